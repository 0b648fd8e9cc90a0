"""The command line: what it says, what it changes, and what it leaves as it was."""

import csv
import io
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import scrutiny.__main__ as command
from scrutiny import build
from scrutiny.journal import Journal
from scrutiny.papers import REFERENCE_FILES
from scrutiny.warehouse import Warehouse
from tests.conftest import Built
from tests.scrutiny.board_files import TABLES, BoardFiles

ROOT = Path(__file__).resolve().parents[2]
ENTRIES = sum(len(rows) for name, rows in TABLES.items() if name not in REFERENCE_FILES)


class Place:
    """A small board, where its journal and warehouse go, and the commands run on them."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys
        self.build = folder / "build"
        self.file = self.build / "journal.db"
        (folder / "board").mkdir(exist_ok=True)
        self.files = BoardFiles(folder / "board")

    def run(self, *arguments: str) -> "Done":
        """``python -m scrutiny`` with these arguments, in this process."""
        self._capsys.readouterr()
        code = command.main(arguments)
        said = self._capsys.readouterr()
        assert "Traceback" not in said.err
        return Done(code, said.out, said.err)

    def held(self) -> dict[str, object]:
        """Every file of the journal and the warehouse, and what is in it."""
        return {
            path.name: str(path.readlink()) if path.is_symlink() else path.read_bytes()
            for path in (self.build.iterdir() if self.build.exists() else ())
        }

    def head(self) -> int:
        with closing(Journal(f"sqlite:///{self.file}")) as journal:
            journal.verify()
            return journal.head()

    def version(self) -> str | None:
        return Warehouse.current(self.build)


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.out)))

    def refused(self, *says: str) -> None:
        """It did nothing, and said why on standard error."""
        assert self.code == 1
        assert self.out == ""
        assert [word for word in says if word not in self.err] == []


@pytest.fixture
def fresh(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Place:
    """A board that nothing was made of yet."""
    place = Place(tmp_path, capsys)
    monkeypatch.setenv("SCRUTINY_BOARD", str(place.files.folder))
    monkeypatch.setenv("SCRUTINY_BUILD", str(place.build))
    monkeypatch.setenv("SCRUTINY_JOURNAL", f"sqlite:///{place.file}")
    monkeypatch.setenv("SCRUTINY_PUBLISHED", str(tmp_path / "no figures"))
    return place


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build folder of the small board, loaded and built once."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "board").mkdir()
    BoardFiles(folder / "board")
    store = Built(folder / "board", folder / "build", folder / "no figures")
    done = store.run("init")
    assert done.returncode == 0, done.stderr
    return store.build


@pytest.fixture
def place(fresh: Place, made: Path) -> Place:
    """A board that was loaded and built."""
    shutil.copytree(made, fresh.build, symlinks=True)
    return fresh


class TestInit:
    def test_it_loads_and_builds(self, fresh: Place) -> None:
        done = fresh.run("init")
        assert (done.code, done.err) == (0, "")
        assert done.out.splitlines() == [
            f"Loaded {ENTRIES} entries into the journal.",
            f"Built {fresh.version()}.",
        ]
        assert fresh.head() == ENTRIES
        assert len(fresh.run("ask", "recommendations/list").rows) == 3

    def test_a_second_time_it_refuses_and_changes_nothing(self, place: Place) -> None:
        before = place.held()
        place.run("init").refused(
            f"already holds {ENTRIES} entries", "never overwritten", "python -m scrutiny build"
        )
        assert place.held() == before

    def test_an_entry_that_comes_at_the_last_moment_keeps_the_papers_out(
        self, fresh: Place, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with closing(Journal(f"sqlite:///{fresh.file}")) as journal:
            journal.append(build.read().entries[:1])
        with monkeypatch.context() as patch:
            seen = iter([0])  # it came when this had been seen
            patch.setattr(Journal, "head", lambda _: next(seen, 1))
            fresh.run("init").refused("already holds 1 entries", "never overwritten")
        assert fresh.head() == 1

    def test_a_board_of_headers_alone_can_be_shown(self, fresh: Place) -> None:
        for table in set(TABLES) - {"org_group", "agency"}:
            header = fresh.files.text(table).splitlines()[0]
            fresh.files.path(table).write_text(f"{header}\n", encoding="utf-8")
        assert fresh.run("init").out.startswith("Loaded 0 entries")
        done = fresh.run("ask", "recommendations/list")
        assert (done.code, done.rows) == (0, [])


class TestInitIfEmpty:
    def test_on_a_fresh_place_it_loads_and_builds(self, fresh: Place) -> None:
        assert fresh.run("init", "--if-empty").out.startswith(f"Loaded {ENTRIES} entries")
        assert fresh.head() == ENTRIES

    def test_where_all_is_current_it_does_nothing(self, place: Place) -> None:
        before = place.held()
        assert place.run("init", "--if-empty") == Done(0, "", "")
        assert place.held() == before

    @pytest.mark.parametrize("spoil", ["input", "missing", "unlinked", "truncated"])
    def test_it_builds_what_is_not_current_and_loads_nothing(
        self, place: Place, spoil: str
    ) -> None:
        was = place.version()
        current = (place.build / "warehouse.duckdb").resolve()
        if spoil == "input":
            place.files.put("agency", 2, name="County council")
        elif spoil == "missing":
            current.unlink()
        elif spoil == "unlinked":
            (place.build / "warehouse.duckdb").unlink()
        else:
            os.truncate(current, 1_000_000)
        done = place.run("init", "--if-empty")
        assert (done.code, done.out) == (0, f"Built {place.version()}.\n")
        assert place.version() != was
        assert place.head() == ENTRIES
        assert place.run("init", "--if-empty") == Done(0, "", "")

    def test_a_journal_that_was_lost_is_loaded_again(self, place: Place) -> None:
        place.file.unlink()
        assert place.run("init", "--if-empty").out.startswith(f"Loaded {ENTRIES} entries")

    @pytest.mark.fault
    def test_stopped_between_loading_and_building_it_goes_on_from_there(
        self, fresh: Place, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def stop(*_: object) -> str:
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(build, "build", stop)
            with pytest.raises(KeyboardInterrupt):
                command.main(["init"])
        fresh.run("ask", "actions/list").refused("There is no warehouse")
        fresh.run("init").refused("If only the warehouse is wanted, run: python -m scrutiny build")
        assert fresh.run("init", "--if-empty").out == f"Built {fresh.version()}.\n"
        assert fresh.head() == ENTRIES

    def test_another_that_loads_at_the_last_moment_has_loaded_for_both(
        self, fresh: Place, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        load = build.load

        def beaten(*given: Any) -> int:
            load(*given)
            return load(*given)

        monkeypatch.setattr(build, "load", beaten)
        assert fresh.run("init", "--if-empty").out == f"Built {fresh.version()}.\n"
        assert fresh.head() == ENTRIES

    @pytest.mark.fault
    def test_two_at_once_load_once(self, fresh: Place) -> None:
        running = [
            subprocess.Popen(
                [sys.executable, "-m", "scrutiny", "init", "--if-empty"],
                cwd=ROOT,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            for _ in range(2)
        ]
        ended = [process.communicate(timeout=120) for process in running]
        assert [process.returncode for process in running] == [0, 0], ended
        assert fresh.head() == ENTRIES
        assert len(fresh.run("ask", "actions/list").rows) == 3


def encoding(files: BoardFiles) -> None:
    files.replace("note", "Noted.", "Noted é.")
    files.path("note").write_bytes(files.text("note").encode("latin-1"))


def extra_column(files: BoardFiles) -> None:
    text = files.text("note").splitlines()
    lines = [f"{text[0]},colour", *(f"{line},red" for line in text[1:])]
    files.path("note").write_text("\n".join(lines) + "\n", encoding="utf-8")


Spoil = Callable[[BoardFiles], object]
# What is spoilt, and where and what must be said of it.
FAULTS: dict[str, tuple[Spoil, tuple[str, ...]]] = {
    "bad date": (
        lambda files: files.put("note", 2, effective_on="14/09/2017"),
        ("note.csv, row 2, column effective_on:", '"14/09/2017"', "2018-02-15"),
    ),
    "unknown sub-group": (
        lambda files: files.put("action", 3, lead_group_id="SGG"),
        ("action.csv, row 3, column lead_group_id:", '"SGG"', 'Did you mean "SG"?'),
    ),
    "duplicate id": (
        lambda files: files.add("note", 2),
        ("note.csv, row 3, column note_id:", '"N1"', "Row 2", "give each row its own"),
    ),
    "missing parent": (
        lambda files: files.put("recommendation", 3, parent_id="R9"),
        ("recommendation.csv, row 3, column parent_id:", '"R9"', "add the row there"),
    ),
    "wrong encoding": (encoding, ("note.csv, row 2:", '"0xe9"', "CSV UTF-8")),
    "extra column": (
        extra_column,
        ("note.csv, row 1, column colour:", '"colour"', "remove or rename it"),
    ),
}


class TestBadPapers:
    @pytest.mark.parametrize("fault", FAULTS)
    @pytest.mark.parametrize("arguments", [("init",), ("build",)])
    def test_a_fresh_place_stays_empty(
        self, fresh: Place, arguments: tuple[str, ...], fault: str
    ) -> None:
        spoil, says = FAULTS[fault]
        spoil(fresh.files)
        fresh.run(*arguments).refused(*says, "1 to mend. Nothing was loaded")
        assert not fresh.build.exists()

    @pytest.mark.parametrize("fault", FAULTS)
    @pytest.mark.parametrize("arguments", [("init",), ("build",)])
    def test_journal_and_warehouse_stay_as_they_were(
        self, place: Place, arguments: tuple[str, ...], fault: str
    ) -> None:
        spoil, says = FAULTS[fault]
        spoil(place.files)
        before = place.held()
        place.run(*arguments).refused(*says, "journal and warehouse are as they were")
        assert place.held() == before

    @pytest.mark.parametrize("arguments", [("init",), ("init", "--if-empty"), ("build",)])
    def test_every_problem_in_every_file_is_told_at_once(
        self, place: Place, arguments: tuple[str, ...]
    ) -> None:
        place.files.put("action", 2, due_on="1 December", lead_group_id="SGG")
        place.files.put("move", 4, to_delivery="finished")
        place.files.put("recommendation", 3, parent_id="R9")
        place.files.put("report", 2, percent="140")
        place.files.add("note", 2)
        encoding_free = place.files.text("agency").replace("Council", "Conseil é")
        place.files.path("agency").write_bytes(encoding_free.encode("latin-1"))
        settings = place.files.folder / "settings.toml"
        text = settings.read_text(encoding="utf-8")
        settings.write_text(text.replace("2018-02-15", '"February"'), encoding="utf-8")
        (place.files.folder / "actions.csv").write_text("a\n", encoding="utf-8")
        before = place.held()
        done = place.run(*arguments)
        done.refused(
            'action.csv, row 2, column due_on: found "1 December".',
            'action.csv, row 2, column lead_group_id: found "SGG".',
            "actions.csv: ",
            "agency.csv, row 2:",
            'move.csv, row 4, column to_delivery: found "finished".',
            'note.csv, row 3, column note_id: found "N1".',
            'recommendation.csv, row 3, column parent_id: found "R9".',
            'register.csv, column path: found "board/actions.csv".',
            'report.csv, row 2, column percent: found "140".',
            'settings.toml, column default_as_at: found "February".',
        )
        *problems, last = done.err.splitlines()
        assert last.startswith(f"{len(problems)} to mend.")
        assert len(set(problems)) == len(problems)
        assert [line for line in problems if not line.endswith((".", "?", '"'))] == []
        assert place.held() == before

    def test_a_board_folder_that_is_not_there(
        self, fresh: Place, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SCRUTINY_BOARD", str(fresh.folder / "nowhere"))
        fresh.run("init").refused("nowhere", "There is no such folder")
        assert not fresh.build.exists()


class TestBuild:
    def test_it_prints_the_version_and_swaps_it_in(self, place: Place) -> None:
        was, journal = place.version(), place.file.read_bytes()
        done = place.run("build")
        assert (done.code, done.err) == (0, "")
        assert done.out == f"{place.version()}\n"
        assert place.version() != was
        assert place.file.read_bytes() == journal

    def test_what_is_open_goes_on_answering(self, place: Place) -> None:
        with closing(Warehouse.open(place.build)) as old:
            place.files.put("agency", 2, name="County council")
            for _ in range(2):  # the file that is open is removed meanwhile
                assert place.run("build").code == 0
            assert not (place.build / f"{old.version}.duckdb").exists()
            assert "Test Board" in set(old.ask("about/settings")["value"])
        rows = place.run("ask", "filters/options").out
        assert "County council" in rows

    def test_an_identifier_that_the_journal_names_must_stay(self, place: Place) -> None:
        was = place.held()
        for path in (place.folder / "board").glob("*.csv"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r"(?m)(^|,)LA(?=,|$)", r"\1LA2", text), encoding="utf-8")
        done = place.run("build")
        done.refused("agency.csv", "agency_id", '"LA"', "never")
        assert place.held() == was

    @pytest.mark.fault
    @pytest.mark.parametrize("arguments", [("init",), ("build",)])
    def test_a_folder_that_cannot_be_written(
        self, fresh: Place, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
    ) -> None:
        (fresh.folder / "file").write_text("no folder")
        monkeypatch.setenv("SCRUTINY_BUILD", str(fresh.folder / "file" / "build"))
        monkeypatch.setenv("SCRUTINY_JOURNAL", f"sqlite:///{fresh.folder / 'journal.db'}")
        done = fresh.run(*arguments)
        assert done.code == 1
        assert "The warehouse could not be written to" in done.err
        assert "mend the rights" in done.err
        assert "still in place" not in done.err


@pytest.mark.fault
class TestJournal:
    """A journal that cannot be used: a sentence, exit code 1, and nothing changed."""

    @pytest.fixture(autouse=True)
    def impatient(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(command, "Journal", partial(Journal, timeout=0.1))

    @pytest.fixture
    def locked(self, fresh: Place) -> Iterator[Place]:
        """An empty journal that another program holds."""
        fresh.build.mkdir()
        assert fresh.head() == 0
        with closing(sqlite3.connect(fresh.file, isolation_level=None)) as holder:
            holder.execute("begin immediate")
            yield fresh

    def test_locked(self, locked: Place) -> None:
        locked.run("init").refused("is in use by another program", "Nothing was written")
        locked.run("init", "--if-empty").refused("is in use by another program")
        assert locked.version() is None

    def test_read_only(self, fresh: Place, monkeypatch: pytest.MonkeyPatch) -> None:
        fresh.build.mkdir()
        assert fresh.head() == 0
        address = f"sqlite:///file:{fresh.file}?mode=ro&uri=true"
        monkeypatch.setenv("SCRUTINY_JOURNAL", address)
        fresh.run("init").refused("cannot be written", "Nothing was added")
        assert fresh.version() is None

    @pytest.mark.parametrize("arguments", [("init",), ("verify",), ("ask", "actions/list")])
    def test_not_a_database(self, place: Place, arguments: tuple[str, ...]) -> None:
        place.file.write_text("a letter to the board " * 500)
        before = place.held()
        place.run(*arguments).refused("is not a journal", "SCRUTINY_JOURNAL")
        assert place.held() == before

    @pytest.mark.parametrize(
        ("url", "says"),
        [
            ("nonsense", "is not known"),
            ("mysql://host/board", "is not known"),
            ("sqlite://", "cannot be kept in memory"),
        ],
    )
    def test_an_address_that_is_none(
        self, place: Place, monkeypatch: pytest.MonkeyPatch, url: str, says: str
    ) -> None:
        monkeypatch.setenv("SCRUTINY_JOURNAL", url)
        for arguments in (("init",), ("verify",), ("ask", "actions/list")):
            place.run(*arguments).refused(says, "SCRUTINY_JOURNAL")

    def test_an_end_that_was_tampered_with_is_not_built_on(self, fresh: Place) -> None:
        fresh.build.mkdir()
        assert fresh.head() == 0
        tamper(fresh, "update head set seq = 3")
        fresh.run("init").refused("The chain is broken at entry 1.", "Keep the file as it is")
        assert fresh.version() is None

    @pytest.mark.parametrize(
        "change", ["kind = 'gossip'", "body = replace(body, '2017-12-01', 'soon')"]
    )
    def test_an_entry_that_no_table_can_take(self, place: Place, change: str) -> None:
        tamper(place, f"update entry set {change} where kind = 'action'")
        place.run("ask", "actions/list").refused(
            "holds what this version cannot read", "python -m scrutiny verify"
        )


def tamper(place: Place, statement: str) -> None:
    """Change the journal as somebody would who knows how."""
    with closing(sqlite3.connect(place.file)) as raw:
        for (name,) in raw.execute("select name from sqlite_master where type = 'trigger'"):
            raw.execute(f"drop trigger {name}")
        raw.execute(statement)
        raw.commit()


class TestVerify:
    def test_whole(self, place: Place) -> None:
        before = place.held()
        assert place.run("verify") == Done(
            0, f"The journal's chain is whole: {ENTRIES} entries.\n", ""
        )
        assert place.held() == before

    @pytest.mark.fault
    @pytest.mark.parametrize(
        ("statement", "first"),
        [
            ("update entry set body = replace(body, 'a', 'b') where seq in (5, 9)", 5),
            ("update entry set by_role = 'Officer' where seq = 1", 1),
            ("delete from entry where seq = 7", 7),
            (f"delete from entry where seq = {ENTRIES}", ENTRIES),
            ("update head set seq = seq + 1", ENTRIES + 1),
        ],
    )
    def test_the_first_bad_entry_is_named(self, place: Place, statement: str, first: int) -> None:
        tamper(place, statement)
        place.run("verify").refused(f"The chain is broken at entry {first}.", "restore the last")

    def test_without_an_entry_it_looks_in_the_wrong_place(self, fresh: Place) -> None:
        done = fresh.run("verify")
        assert done.code == 1
        assert done.out == "The journal holds no entry. Is SCRUTINY_JOURNAL the one you meant?\n"


LIST = [
    *("rec_id", "source_id", "ref", "parent_id", "title", "acceptance", "delivery", "assurance"),
    *("rating", "progress", "due_on", "days_late", "last_report_on"),
]


@pytest.fixture(scope="module")
def answered() -> dict[tuple[str, ...], Done]:
    """What the sample board was asked, and answered."""
    return {}


class TestAsk:
    @pytest.fixture
    def ask(
        self,
        built: Built,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
        tmp_path: Path,
        answered: dict[tuple[str, ...], Done],
    ) -> Callable[..., Done]:
        """Asks the sample board, each question once."""
        for name, value in built.variables.items():
            monkeypatch.setenv(name, value)
        place = Place(tmp_path, capsys)

        def answer(*question: str) -> Done:
            if question not in answered:
                answered[question] = place.run("ask", *question)
            return answered[question]

        return answer

    def test_the_recommendations_of_the_two_papers(self, ask: Callable[..., Done]) -> None:
        rows = ask("recommendations/list", "as_at=2018-02-15").rows
        sources = [row["source_id"] for row in rows]
        assert (sources.count("OFSTED-2017"), sources.count("CSC-2010")) == (6, 15)
        assert len(rows) == 21
        assert set(LIST) <= set(rows[0])

    def test_without_a_day_it_is_the_boards_own(self, ask: Callable[..., Done]) -> None:
        by_itself = ask("recommendations/list")
        assert by_itself.code == 0
        assert by_itself.out == ask("recommendations/list", "as_at=2018-02-15").out
        assert by_itself.out != ask("recommendations/list", "as_at=2017-09-01").out

    def test_the_plan_is_late_and_slipped_once_in_march_2011(
        self, ask: Callable[..., Done]
    ) -> None:
        rows = ask("recommendations/promises", "rec=CSC-2010-3", "as_at=2011-03-01").rows
        assert {row["rating"] for row in rows} == {"red"}
        assert {(row["slips"], row["days_late"]) for row in rows} == {("1", "29")}
        assert [row["due_on"] for row in rows] == ["2011-01-19", "2011-01-31"]

    @pytest.mark.parametrize(
        "question",
        [
            ("recommendations/list",),
            ("recommendations/promises", "rec=CSC-2010-3"),
            ("actions/list",),
            ("actions/overdue_by_group",),
        ],
    )
    def test_before_anything_was_asked_there_is_a_header_and_no_row(
        self, ask: Callable[..., Done], question: tuple[str, ...]
    ) -> None:
        before = ask(*question, "as_at=2010-12-01")
        assert (before.code, before.err, before.rows) == (0, "", [])
        (header,) = before.out.splitlines()
        assert header == ask(*question).out.splitlines()[0]

    def test_days_and_counts_are_plain_and_nothing_is_empty(self, ask: Callable[..., Done]) -> None:
        rows = {row["action_id"]: row for row in ask("actions/list").rows}
        late = rows["ACT-6-1"]
        assert (late["due_on"], late["days_late"], late["slip_days"]) == ("2017-11-30", "77", "0")
        assert (late["completed_on"], late["due_text"], late["days_completed_late"]) == ("",) * 3

    def test_a_list_is_given_with_commas(self, ask: Callable[..., Done]) -> None:
        def groups(*given: str) -> list[str]:
            return [row["lead_group_id"] for row in ask("actions/list", *given).rows]

        both = groups("groups=EEH,QE")
        assert set(both) == {"EEH", "QE"}
        assert sorted(both) == sorted(groups("groups=EEH") + groups("groups=QE"))
        assert groups("groups=EEH, QE") == both
        assert groups("groups=") == groups()
        assert groups("groups=NOBODY") == []

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (("actions/lists",), ("There is no query", "actions/list")),
            (("../data/schema/1_reference",), ("There is no query",)),
            (("actions/list", "colour=red"), ("does not take colour", "as_at")),
            (("recommendations/story",), ("needs rec",)),
            (("actions/list", "as_at=15/02/2018"), ('"15/02/2018"', "YYYY-MM-DD")),
            (("actions/list", "as_at=2017-02-29"), ('"2017-02-29"', "YYYY-MM-DD")),
            (("actions/list", "as_at="), ('as_at is ""', "YYYY-MM-DD")),
        ],
    )
    def test_a_question_that_cannot_be_answered(
        self, ask: Callable[..., Done], arguments: tuple[str, ...], says: tuple[str, ...]
    ) -> None:
        ask(*arguments).refused(*says)

    def test_a_parameter_without_a_value_is_shown_how(
        self, ask: Callable[..., Done], capsys: pytest.CaptureFixture[str]
    ) -> None:
        with pytest.raises(SystemExit) as caught:
            ask("actions/list", "as_at")
        assert caught.value.code == 2
        assert "write name=value" in capsys.readouterr().err

    def test_a_value_may_hold_an_equals_sign(self, ask: Callable[..., Done]) -> None:
        assert ask("recommendations/story", "rec=a=b").rows == []

    def test_without_a_warehouse(self, fresh: Place) -> None:
        fresh.run("ask", "actions/list").refused("There is no warehouse", "python -m scrutiny init")
        assert not fresh.file.exists()

    def test_without_a_journal_makes_none(
        self, place: Place, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        other = place.folder / "mistyped.db"
        monkeypatch.setenv("SCRUTINY_JOURNAL", f"sqlite:///{other}")
        place.run("ask", "actions/list").refused("no journal at", "mistyped.db", "SCRUTINY_JOURNAL")
        assert not other.exists()

    @pytest.mark.fault
    def test_with_half_a_warehouse(self, place: Place) -> None:
        os.truncate((place.build / "warehouse.duckdb").resolve(), 100_000)
        place.run("ask", "actions/list").refused("half written", "python -m scrutiny build")
        assert place.run("build").code == 0
        assert len(place.run("ask", "actions/list").rows) == 3


class TestProcess:
    """What only a process of its own can show."""

    def test_by_itself_it_says_how_it_is_used(
        self, built: Built, capsys: pytest.CaptureFixture[str]
    ) -> None:
        done = built.run()
        assert done.returncode == 2
        assert done.stdout == ""
        assert "usage: python -m scrutiny" in done.stderr
        assert "COMMAND" in done.stderr

    def test_its_help_names_every_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        with pytest.raises(SystemExit) as caught:
            command.main(["--help"])
        assert caught.value.code == 0
        said = capsys.readouterr().out
        assert [name for name in ("init", "build", "ask", "verify") if name not in said] == []

    def test_bad_papers_end_with_1_and_no_traceback(self, fresh: Place) -> None:
        fresh.files.put("note", 2, effective_on="14/09/2017")
        done = Built(fresh.files.folder, fresh.build, fresh.folder / "none").run("init")
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("note.csv, row 2, column effective_on:")
        assert "Traceback" not in done.stderr
        assert not fresh.build.exists()

    @pytest.mark.fault
    @pytest.mark.parametrize("name", ["actions/list", "about/settings"])  # a long one, a short one
    def test_who_reads_the_answer_may_stop_before_its_end(self, built: Built, name: str) -> None:
        with subprocess.Popen(
            [sys.executable, "-m", "scrutiny", "ask", name],
            cwd=ROOT,
            env=os.environ | built.variables,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as running:
            assert running.stdout is not None
            assert running.stderr is not None
            running.stdout.close()
            assert running.stderr.read() == ""
        assert running.returncode == 1


class TestServe:
    def test_it_starts_the_dashboard_with_what_it_was_given(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        from scrutiny import serve

        given: list[list[str]] = []
        monkeypatch.setattr(serve.cli, "main", given.append)
        monkeypatch.setattr(serve.PagesManager, "uses_pages_directory", None)
        monkeypatch.setattr(sys, "argv", ["serve", "--server.port", "8600"])
        serve.main()
        assert given == [["run", str(ROOT / "dashboard.py"), "--server.port", "8600"]]
        assert serve.PagesManager.uses_pages_directory is False
