"""A build: checked as a whole, swapped in at once, and nothing of it left when it fails."""

import errno
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from scrutiny import build, places, warehouse
from scrutiny.journal import Journal
from scrutiny.papers import REFERENCE_FILES, Board
from scrutiny.problems import BadInput
from scrutiny.warehouse import Warehouse
from tests.queries.small_board import REFERENCE
from tests.scrutiny.board_files import TABLES, BoardFiles

BOARD = Board(dict(REFERENCE), [])
CHECK = warehouse.check
ENTRIES = sum(len(rows) for name, rows in TABLES.items() if name not in REFERENCE_FILES)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BoardFiles:
    """A small board whose folder is the board's."""
    folder = tmp_path / "board"
    folder.mkdir()
    monkeypatch.setenv("SCRUTINY_BOARD", str(folder))
    monkeypatch.setenv("SCRUTINY_PUBLISHED", str(tmp_path / "no figures"))
    return BoardFiles(folder)


@pytest.fixture
def folder(tmp_path: Path, files: BoardFiles) -> Path:
    """Where builds go; not there yet."""
    return tmp_path / "build"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A warehouse file, written once."""
    file = tmp_path_factory.mktemp("written") / "warehouse.duckdb"
    warehouse.write(file, REFERENCE)
    return file


@pytest.fixture
def quick(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where only the files count: builds copy what was written once, and take it as checked."""
    monkeypatch.setattr(warehouse, "write", lambda path, *_: shutil.copy(written, path))
    monkeypatch.setattr(warehouse, "check", lambda _: None)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def opens(folder: Path) -> bool:
    with closing(Warehouse.open(folder)) as opened:
        return not opened.ask("about/settings").empty


class TestRead:
    def test_the_board_and_the_register(self, files: BoardFiles) -> None:
        board = build.read()
        assert len(board.entries) == ENTRIES
        assert "board/note.csv" in {row["path"] for row in board.reference["data_file"]}
        assert {"org_group", "agency", "rating_rule", "board_setting"} < set(board.reference)

    def test_every_problem_of_the_papers_and_of_the_register(
        self, files: BoardFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        files.put("note", 2, effective_on="14/09/2017")
        rows = places.register().read_text(encoding="utf-8").splitlines(keepends=True)
        short = tmp_path / "register.csv"
        short.write_text("".join(row for row in rows if "board/note" not in row), encoding="utf-8")
        monkeypatch.setattr(places, "register", lambda: short)
        with pytest.raises(BadInput) as caught:
            build.read()
        where = [(problem.file, problem.column) for problem in caught.value.problems]
        assert where == [("note.csv", "effective_on"), ("register.csv", "path")]

    def test_a_missing_register_hides_no_problem_of_the_papers(
        self, files: BoardFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        files.put("note", 2, provenance="rumour")
        monkeypatch.setattr(places, "register", lambda: tmp_path / "gone.csv")
        with pytest.raises(BadInput) as caught:
            build.read()
        assert [problem.file for problem in caught.value.problems] == ["note.csv", "gone.csv"]

    def test_people_are_named_beside_what_was_added_to_the_journal_since(
        self, files: BoardFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        url = f"sqlite:///{tmp_path / 'journal.db'}"
        monkeypatch.setenv("SCRUTINY_JOURNAL", url)
        first = build.read()
        files.put("people", 3, closed_rec_ids="R9")
        with pytest.raises(BadInput, match="R9"):
            build.read()
        assert not (tmp_path / "journal.db").exists()
        known = next(entry for entry in first.entries if entry.kind == "recommendation")
        with closing(Journal(url)) as journal:
            journal.append([replace(known, body=dict(known.body) | {"rec_id": "R9"})])
        assert build.read().reference["people"][1]["closed_rec_ids"] == ["R9"]


class TestLoad:
    @pytest.fixture
    def journal(self, tmp_path: Path) -> Iterator[Journal]:
        with closing(Journal(f"sqlite:///{tmp_path / 'journal.db'}")) as journal:
            yield journal

    def test_every_entry_once(self, files: BoardFiles, journal: Journal) -> None:
        board = build.read()
        assert build.load(journal, board) == ENTRIES == journal.head()
        assert [entry.kind for entry in journal.entries()] == [e.kind for e in board.entries]

    def test_never_into_a_journal_that_holds_entries(
        self, files: BoardFiles, journal: Journal
    ) -> None:
        journal.append(build.read().entries[:1])
        with pytest.raises(build.JournalNotEmpty, match="holds 1 entries") as caught:
            build.load(journal, build.read())
        assert "python -m scrutiny build" in str(caught.value)
        assert journal.head() == 1

    def test_two_that_load_at_once_load_once(self, files: BoardFiles, journal: Journal) -> None:
        board = build.read()
        at_first = journal.head
        journal.head = lambda: 0  # type: ignore[method-assign]  # both look before either loads
        assert build.load(journal, board) == build.load(journal, board) == ENTRIES
        assert at_first() == ENTRIES


@pytest.mark.usefixtures("quick")
class TestSwap:
    def test_the_link_names_the_version_beside_it(self, folder: Path) -> None:
        version = build.build(BOARD, folder)
        link = folder / warehouse.CURRENT
        assert str(link.readlink()) == f"{version}.duckdb"
        assert version.endswith(build.inputs()[:8])
        assert names(folder) == [f"{version}.duckdb", warehouse.CURRENT]

    def test_a_whole_folder_can_be_moved(self, folder: Path, tmp_path: Path) -> None:
        build.build(BOARD, folder)
        assert opens(folder.rename(tmp_path / "moved"))

    def test_the_last_two_are_kept(self, folder: Path) -> None:
        versions = [build.build(BOARD, folder) for _ in range(4)]
        assert names(folder) == [*(f"{v}.duckdb" for v in versions[-2:]), warehouse.CURRENT]

    def test_the_one_in_place_is_kept_when_the_clock_went_back(self, folder: Path) -> None:
        build.build(BOARD, folder)
        for year in (2998, 2999):
            (folder / f"warehouse-{year}0101T000000000000-00000000.duckdb").touch()
        version = build.build(BOARD, folder)
        assert Warehouse.current(folder) == version
        assert opens(folder)
        assert len(names(folder)) == 3

    def test_a_link_to_nothing_is_replaced(self, folder: Path) -> None:
        folder.mkdir()
        (folder / warehouse.CURRENT).symlink_to("gone.duckdb")
        assert build.build(BOARD, folder) == Warehouse.current(folder)

    def test_what_a_killed_build_left_goes_and_a_running_one_stays(self, folder: Path) -> None:
        folder.mkdir()
        part = ".warehouse-20180101T000000000000-00000000.part"
        running = ".warehouse-20180102T000000000000-00000000.part"
        for name in (part, f"{part}.wal", running):
            (folder / name).touch()
        long_ago = time.time() - 4000
        for name in (part, f"{part}.wal"):
            os.utime(folder / name, (long_ago, long_ago))
        version = build.build(BOARD, folder)
        assert names(folder) == [running, f"{version}.duckdb", warehouse.CURRENT]

    def test_the_journal_beside_it_is_left_alone(self, folder: Path) -> None:
        folder.mkdir()
        kept = ["journal.db", "journal.db-wal", "notes.duckdb"]
        for name in kept:
            (folder / name).write_text(name)
        for _ in range(3):
            build.build(BOARD, folder)
        assert [(folder / name).read_text() for name in kept] == kept


@pytest.mark.fault
def test_builds_at_once_end_in_one_that_opens(folder: Path) -> None:
    with ThreadPoolExecutor(3) as pool:
        versions = list(pool.map(lambda _: build.build(BOARD, folder), range(3)))
    assert len(set(versions)) == 3
    assert Warehouse.current(folder) in versions
    assert opens(folder)
    assert [name for name in names(folder) if name.startswith(".")] == []


@pytest.mark.fault
class TestFailed:
    """A build that fails says why, leaves what was in place, and leaves nothing else."""

    @pytest.fixture
    def before(self, quick: None, folder: Path) -> list[str]:
        build.build(BOARD, folder)
        return names(folder)

    def fails(self, folder: Path, *says: str) -> str:
        with pytest.raises(build.BuildFailed) as caught:
            build.build(BOARD, folder)
        said = str(caught.value)
        assert said.startswith(f"The warehouse could not be written to {folder}: ")
        assert [word for word in says if word not in said] == []
        assert ".." not in said
        return said

    def test_no_room_for_the_file(
        self, folder: Path, before: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def write(path: Path, *_: object) -> None:
            path.write_bytes(b"half")
            Path(f"{path}.wal").write_bytes(b"half")
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(warehouse, "write", write)
        said = self.fails(folder, "No space left on device", "still in place", "Free some space")
        assert "symbolic" not in said
        assert names(folder) == before

    def test_a_file_that_does_not_open_is_never_swapped_in(
        self, folder: Path, before: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def write(path: Path, *_: object) -> None:
            path.write_bytes(b"half a warehouse")

        monkeypatch.setattr(warehouse, "write", write)
        monkeypatch.setattr(warehouse, "check", CHECK)
        self.fails(folder, "still in place")
        assert names(folder) == before
        assert opens(folder)

    def test_a_disk_without_symbolic_links_is_told_as_that(
        self, folder: Path, before: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def symlink_to(*_: object) -> None:
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))

        monkeypatch.setattr(Path, "symlink_to", symlink_to)
        self.fails(folder, "symbolic links", "SCRUTINY_BUILD", "still in place")
        assert names(folder) == before

    def test_a_folder_where_the_link_should_be(self, quick: None, folder: Path) -> None:
        (folder / warehouse.CURRENT).mkdir(parents=True)
        self.fails(folder)
        assert names(folder) == [warehouse.CURRENT]

    def test_interrupted_it_leaves_nothing(
        self, folder: Path, before: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def check(_: Path) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(warehouse, "check", check)
        with pytest.raises(KeyboardInterrupt):
            build.build(BOARD, folder)
        assert names(folder) == before

    def test_where_none_was_in_place_none_is_promised(self, folder: Path) -> None:
        folder.parent.mkdir(exist_ok=True)
        folder.write_text("a file, not a folder")
        assert "still in place" not in self.fails(folder, "Free some space or mend the rights")
        assert folder.read_text() == "a file, not a folder"

    @pytest.fixture
    def small_disk(self, tmp_path: Path) -> Iterator[Path]:
        """A real file system with room for one build and a half; only root may mount one."""
        disk = tmp_path / "disk"
        disk.mkdir()
        mount = shutil.which("mount")
        command = [str(mount), "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)]
        if mount is None or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("NOT TESTED: a really full disk needs the right to mount a tmpfs")
        yield disk
        subprocess.run(["umount", str(disk)], check=True)

    def test_a_really_full_disk(self, small_disk: Path, files: BoardFiles) -> None:
        folder, ballast = small_disk / "build", small_disk / "ballast"
        version = build.build(BOARD, folder)
        before = names(folder)
        # where it runs out decides what DuckDB says and what it leaves
        for left in (0, 50_000, 1_000_000):
            ballast.unlink(missing_ok=True)
            ballast.write_bytes(b"\0" * (shutil.disk_usage(small_disk).free - left))
            said = self.fails(folder, "No space left on device", "still in place")
            assert len(said.splitlines()) == 1
            assert names(folder) == before
            assert opens(folder)
        ballast.unlink()
        (folder / f"{version}.duckdb").unlink()  # two do not fit
        assert build.build(BOARD, folder) == Warehouse.current(folder)

    def test_a_disk_that_is_read_only(self, small_disk: Path, files: BoardFiles) -> None:
        folder = small_disk / "build"
        version = build.build(BOARD, folder)
        remount = ["mount", "-o", "remount,ro", str(small_disk)]
        subprocess.run(remount, check=True, capture_output=True)
        self.fails(folder, "still in place", "mend the rights")
        assert names(folder) == [f"{version}.duckdb", warehouse.CURRENT]


@pytest.mark.usefixtures("quick")
class TestIsCurrent:
    @pytest.fixture
    def in_place(self, folder: Path) -> Path:
        build.build(BOARD, folder)
        assert build.is_current(folder)
        return folder

    def test_not_where_there_is_none(self, folder: Path) -> None:
        assert not build.is_current(folder)

    @pytest.mark.fault
    @pytest.mark.parametrize("size", [0, 4096, 1_000_000])
    def test_not_when_it_is_half_written(self, in_place: Path, size: int) -> None:
        os.truncate((in_place / warehouse.CURRENT).resolve(), size)
        assert not build.is_current(in_place)

    def test_not_when_it_is_gone(self, in_place: Path) -> None:
        (in_place / warehouse.CURRENT).resolve().unlink()
        assert not build.is_current(in_place)

    def test_not_when_an_input_changed_and_again_when_it_changed_back(
        self, in_place: Path, files: BoardFiles
    ) -> None:
        was = files.path("agency").read_bytes()
        files.replace("agency", "Council", "County council")
        assert not build.is_current(in_place)
        files.path("agency").write_bytes(was)
        assert build.is_current(in_place)


class TestInputs:
    def test_each_file_counts(
        self, files: BoardFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        schema, register = tmp_path / "schema", tmp_path / "register.csv"
        shutil.copytree(warehouse.SCHEMA, schema)
        shutil.copy(places.register(), register)
        monkeypatch.setattr(warehouse, "SCHEMA", schema)
        monkeypatch.setattr(places, "register", lambda: register)
        seen = {build.inputs()}
        for path in (
            files.path("agency"),
            files.folder / "settings.toml",
            schema / "4_rules.sql",
            register,
        ):
            with path.open("a", encoding="utf-8") as file:
                file.write("\n")
            assert build.inputs() not in seen, path.name
            seen.add(build.inputs())

    def test_a_name_counts_and_so_does_what_the_file_holds(self, files: BoardFiles) -> None:
        seen = {build.inputs()}
        for name, text in (("a.txt", "x"), ("aa.txt", "x"), ("a.txt", "y")):
            (files.folder / name).write_text(text)
            seen.add(build.inputs())
            (files.folder / name).unlink()
        assert len(seen) == 4

    @pytest.mark.fault
    def test_a_file_that_cannot_be_read_is_not_an_error_here(self, files: BoardFiles) -> None:
        unreadable = Path("/proc/self/mem")
        if not unreadable.is_file():
            pytest.skip("NOT TESTED: no file here that even root cannot read")
        before = build.inputs()
        (files.folder / "odd").symlink_to(unreadable)
        assert build.inputs() != before
