"""The rules of the house that no other tool holds, each on every file it is about."""

import csv
import re
from pathlib import Path

import pytest

from tests import source

STREAMLIT_USERS = {
    *("serve", "forms", "session", "access", "sign_in", "wanted", "desk", "filters"),
    *("meetings", "answering", "register_forms", "register_widgets", "correct_forms"),
    "whole_forms",
}
DATA_KINDS = {".csv", ".toml", ".json", ".parquet", ".xlsx"}

each_script = pytest.mark.parametrize("path", source.SCRIPTS, ids=source.name)
each_page = pytest.mark.parametrize("path", source.PAGES, ids=source.name)
each_module = pytest.mark.parametrize("path", source.MODULES, ids=source.name)
each_query = pytest.mark.parametrize("path", source.QUERIES, ids=source.name)


def places(path: Path, lines: list[int]) -> list[str]:
    return [f"{source.name(path)}:{line}" for line in sorted(lines)]


def test_no_page_lies_where_streamlit_would_run_it_past_the_front_door() -> None:
    assert [source.name(path) for path in (source.ROOT / "pages").glob("*.py")] == []


def test_the_front_door_is_short() -> None:
    assert source.lines(source.DASHBOARD) <= 60


@each_page
def test_a_page_is_short(path: Path) -> None:
    assert source.lines(path) <= 80


@each_module
def test_a_module_is_split_before_it_grows_long(path: Path) -> None:
    assert source.lines(path) <= 250


@each_script
def test_a_script_says_what_it_shows(path: Path) -> None:
    assert source.ast.get_docstring(source.tree(path))


@each_script
def test_a_script_works_nothing_out(path: Path) -> None:
    assert places(path, list(source.sums(source.tree(path)))) == []


@each_script
def test_a_script_holds_no_sql(path: Path) -> None:
    assert places(path, list(source.statements(source.tree(path)))) == []


@pytest.mark.parametrize("path", [*source.MODULES, *source.SCRIPTS], ids=source.name)
def test_nothing_puts_its_own_html_or_css_on_screen(path: Path) -> None:
    found = source.attributes(path, "unsafe_allow_html") + source.calls(path, "st.html")
    assert places(path, found) == []


@pytest.mark.parametrize("path", [*source.CHARTS, *source.SCRIPTS], ids=source.name)
def test_the_day_comes_from_the_filter_and_not_from_the_clock(path: Path) -> None:
    assert places(path, source.clock_reads(path)) == []


@pytest.mark.parametrize("path", [*source.QUERIES, *source.SCHEMA], ids=source.name)
def test_no_sql_asks_what_day_it_is(path: Path) -> None:
    clock = r"\b(current_date|current_timestamp|localtimestamp|today\s*\(|now\s*\()"
    assert re.findall(clock, source.query(path).body, re.IGNORECASE) == []


@each_module
def test_only_the_warehouse_opens_duckdb(path: Path) -> None:
    opens = source.calls(path, "duckdb.connect", "connect") if imports(path, "duckdb") else []
    assert source.name(path) == "scrutiny/warehouse.py" or places(path, opens) == []


@each_module
def test_streamlit_stays_in_the_modules_that_are_made_for_it(path: Path) -> None:
    assert path.stem in STREAMLIT_USERS or not imports(path, "streamlit")


@pytest.mark.parametrize(
    "path",
    [path for path in [*source.MODULES, *source.SCRIPTS] if path not in source.CHARTS],
    ids=source.name,
)
def test_plotly_stays_in_charts(path: Path) -> None:
    assert not imports(path, "plotly")


def imports(path: Path, package: str) -> bool:
    return package in source.imports(path)


@each_query
def test_a_query_opens_with_its_question(path: Path) -> None:
    head = source.query(path).head
    assert head, "the file starts with its question as a comment"
    assert head[0].startswith("-- ")
    assert head[0].endswith("?")


@each_query
def test_a_query_says_what_each_parameter_is(path: Path) -> None:
    query = source.query(path)
    assert set(query.documented) == query.used
    assert len([line for line in query.head if line.startswith("-- $")]) == len(query.documented)


@each_query
def test_a_query_has_an_order(path: Path) -> None:
    assert re.search(r"\border by\b", source.query(path).outermost)


@each_query
def test_a_query_is_named_in_a_test(path: Path, said_in_tests: str) -> None:
    name = path.relative_to(source.ROOT / "queries").with_suffix("").as_posix()
    assert f'"{name}"' in said_in_tests


@pytest.fixture(scope="module")
def said_in_tests() -> str:
    return "\n".join(map(source.text, sorted((source.ROOT / "tests").rglob("test_*.py"))))


def test_every_data_file_is_in_the_register_and_every_row_has_its_file() -> None:
    data = source.ROOT / "data"
    with (data / "register.csv").open(encoding="utf-8-sig", newline="") as register:
        registered = {row["path"] for row in csv.DictReader(register)}
    board, published = (
        {path for path in (data / folder).rglob("*") if path.suffix in DATA_KINDS}
        for folder in ("board", "published")
    )
    present = {path.relative_to(data).as_posix() for path in board | published}
    present |= {path.name for path in data.glob("*.csv") if path.name != "register.csv"}
    assert registered == present


def test_no_file_names_a_folder_of_one_machine_or_a_package_host() -> None:
    folder = r"(?<![\w.*~$}])/(?:root|home|Users|work|opt/wheels|opt/pypi)/"
    host = (
        r"pypi[.]org|pythonhosted[.]org|registry[.]npmjs|deb[.]debian[.]org|find-links=|index-url="
    )
    pattern = re.compile(f"{folder}|{host}")
    found = [
        f"{source.name(path)}:{number}"
        for path in source.kept()
        if path != Path(__file__).resolve() and path.suffix not in {".png", ".woff2"}
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1)
        if pattern.search(line)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "is_a_sum"),
    [
        ("late = due - today", True),
        ("share = done / total", True),
        ("count += 1", True),
        ("rows.groupby('group').size()", True),
        ("title = 'Actions of ' + group", False),
        ("label = f'{done} of {total}'", False),
        ("columns = [*first] + [second]", False),
        ("wanted = params | {'as_at': day}", False),
    ],
)
def test_arithmetic_is_told_from_joining_text(code: str, *, is_a_sum: bool) -> None:
    assert bool(list(source.sums(source.ast.parse(code)))) == is_a_sum


@pytest.mark.parametrize(
    ("code", "is_sql"),
    [
        ("'select title from action'", True),
        ("'''with late as (select 1) select * from late'''", True),
        ("'Select an action from the list'", False),
        ("'with no date'", False),
    ],
)
def test_sql_is_told_from_words_on_screen(code: str, *, is_sql: bool) -> None:
    assert bool(list(source.statements(source.ast.parse(code)))) == is_sql


def test_an_order_inside_a_step_is_no_order_of_the_answer() -> None:
    inner = source.Query([], "select * from (select 1 order by 1)")
    assert "order by" not in inner.outermost
