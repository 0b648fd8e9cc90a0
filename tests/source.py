"""Reads the project's own source, for the tests that hold the rules of the house."""

import ast
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DASHBOARD = ROOT / "dashboard.py"
MODULES = sorted((ROOT / "scrutiny").rglob("*.py"))
CHARTS = sorted((ROOT / "scrutiny" / "charts").rglob("*.py"))
PAGES = sorted((ROOT / "pages").rglob("*.py"))
SCRIPTS = [*([DASHBOARD] if DASHBOARD.exists() else []), *PAGES]
QUERIES = sorted((ROOT / "queries").rglob("*.sql"))
SCHEMA = sorted((ROOT / "data" / "schema").glob("*.sql"))

# Joining text, paths and lists is how a page is laid out; anything else is working something out.
_JOINED = (ast.JoinedStr, ast.List, ast.Tuple, ast.ListComp)
_WORKED_OUT = {"agg", "cumsum", "diff", "groupby", "mean", "median", "merge", "pivot", "sum"}
_CLOCK = {"now", "today", "utcnow"}


def name(path: Path) -> str:
    """The path from the project folder, as a person would say it."""
    return path.relative_to(ROOT).as_posix()


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def lines(path: Path) -> int:
    return len(text(path).splitlines())


def tree(path: Path) -> ast.Module:
    return ast.parse(text(path), filename=str(path))


def imports(path: Path) -> set[str]:
    """First names of what a file imports when it runs, such as streamlit; not for types alone."""
    found: set[str] = set()
    module = tree(path)
    module.body = [node for node in module.body if not _is_for_types(node)]
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def _is_for_types(node: ast.stmt) -> bool:
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def calls(path: Path, *names: str) -> list[int]:
    """Lines where the file calls one of the dotted names, such as duckdb.connect."""
    return [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in names
    ]


def clock_reads(path: Path) -> list[int]:
    """Lines that ask what day or time it is."""
    return [
        node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in _CLOCK
    ]


def sums(module: ast.AST) -> Iterator[int]:
    """Lines that work something out: arithmetic, or a frame's own."""
    for node in ast.walk(module):
        if isinstance(node, (ast.BinOp, ast.AugAssign)):
            sides = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.value,)
            if not isinstance(node.op, (ast.BitOr, ast.BitAnd)) and not any(map(_is_text, sides)):
                yield node.lineno
        elif _calls_one_of(node, _WORKED_OUT):
            yield node.lineno


def _calls_one_of(node: ast.AST, methods: set[str]) -> bool:
    is_method = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    return is_method and node.func.attr in methods


def _is_text(node: ast.expr) -> bool:
    is_word = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return is_word or isinstance(node, _JOINED)


def statements(module: ast.Module) -> Iterator[int]:
    """Lines with SQL in a string. SQL is lower case here; words on screen start with a capital."""
    sql = re.compile(
        r"^\s*(select\s|with\s+\w+\s+as\s*\(|from\s+\w+\s+(select|where)|insert into\s|SELECT\s)"
    )
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and sql.match(node.value):
            yield node.lineno


def attributes(path: Path, attribute: str) -> list[int]:
    """Lines that name an attribute or pass an argument so called."""
    return [
        node.value.lineno if isinstance(node, ast.keyword) else node.lineno
        for node in ast.walk(tree(path))
        if (isinstance(node, ast.keyword) and node.arg == attribute)
        or (isinstance(node, ast.Attribute) and node.attr == attribute)
    ]


@dataclass(frozen=True)
class Query:
    """A query file taken apart: its comment on top, and its SQL without comments and texts."""

    head: list[str]
    body: str

    @property
    def documented(self) -> dict[str, str]:
        """Parameter to type, from lines such as ``-- $as_at  date  the day it is true for``."""
        pattern = re.compile(r"^-- \$(\w+)  +(date|integer|varchar(?:\[\])?)(?: = \S+)?  +\S.*$")
        found = (pattern.match(line) for line in self.head)
        return {match[1]: match[2] for match in found if match}

    @property
    def used(self) -> set[str]:
        return set(re.findall(r"\$(\w+)", self.body))

    @property
    def outermost(self) -> str:
        """The SQL outside every bracket."""
        depth, kept = 0, []
        for character in self.body:
            depth += (character == "(") - (character == ")")
            kept.append(character if depth == 0 else " ")
        return "".join(kept)


def query(path: Path) -> Query:
    every = text(path).splitlines()
    size = next((at for at, line in enumerate(every) if not line.startswith("--")), len(every))
    body = re.sub(r"'(?:[^']|'')*'", "''", "\n".join(every[size:]))
    return Query(every[:size], re.sub(r"--[^\n]*", "", body))


def kept() -> list[Path]:
    """Every text file that git keeps or would keep."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:  # an archive without its history
        folders = ("scrutiny", "pages", "queries", "data/schema", "docs", "scripts", "tests")
        return [path for folder in folders for path in (ROOT / folder).rglob("*.*")]
    paths = (ROOT / entry for entry in listed.stdout.decode().split("\0") if entry)
    return [path for path in paths if path.is_file()]
