"""Published figures: read as they are, or refused with file, row and remedy, all at once."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from scrutiny import build, places, published, queries, signals
from scrutiny.problems import BadInput, Problem
from scrutiny.warehouse import Warehouse
from tests.published_files import PublishedFiles
from tests.scrutiny.board_files import BoardFiles

ALL = "published/observations/all.csv"


@pytest.fixture
def files(tmp_path: Path) -> PublishedFiles:
    return PublishedFiles(tmp_path).indicator().year(2017, {"OWN": 20.5})


def problems(files: PublishedFiles) -> list[Problem]:
    files.write()
    with pytest.raises(BadInput) as refused:
        published.read_published(files.folder, files.breaks)
    return list(refused.value.problems)


Spoil = Callable[[PublishedFiles], object]


def observe(value: object, mark: str = "", *, key: str = "rate", end: str = "2018-03-31") -> Spoil:
    return lambda files: files.observe(key, "OWN", "", "2017-04-01", end, value, mark)


def test_figures_are_read_as_they_are(files: PublishedFiles) -> None:
    files.year(2018, {"OWN": None}, status="x").write()
    read = published.read_published(files.folder, files.breaks)
    rows = read.execute("select value, status from observation order by period_end").fetchall()
    assert rows == [(20.5, ""), (None, "x")]


def test_a_folder_that_is_not_there_is_a_board_without_figures(tmp_path: Path) -> None:
    read = published.read_published(tmp_path / "none", tmp_path / "breaks.csv")
    assert read.execute("select count(*) from observation").fetchone() == (0,)


@pytest.mark.parametrize(
    ("spoil", "column", "found", "remedy"),
    [
        (observe("1e3"), "value", "1e3", "a number in figures"),
        (observe("nan"), "value", "nan", "a number in figures"),
        (observe(1, "q"), "status", "q", "Use one of: nothing, c, x"),
        (observe(1, end="2018-02-30"), "period_end", "2018-02-30", "a day that exists"),
    ],
)
def test_a_cell_that_can_not_be(
    files: PublishedFiles, spoil: Spoil, column: str, found: str, remedy: str
) -> None:
    spoil(files)
    (problem,) = problems(files)
    assert (problem.file, problem.row, problem.column, problem.value) == (ALL, 3, column, found)
    assert remedy in problem.remedy


RULES = [
    ("checks_published/unknown_key", observe(1, key="other"), "indicator_id", "other", "No row of"),
    ("checks_published/value_and_status", observe(1, "c"), "status", "c", "never zero"),
    ("checks_published/value_and_status", observe(1, "low"), "status", "low", "never zero"),
    ("checks_published/value_and_status", observe(""), "status", "", "neither figure nor mark"),
    ("checks_published/out_of_range", observe(101), "value", "101", "0 to 100"),
    ("checks_published/out_of_range", observe(-1), "value", "-1", "below nought"),
    (
        "checks_published/periods",
        observe(1, end="2016-03-31"),
        "period_start",
        "2017-04-01",
        "ends before it begins",
    ),
]


@pytest.mark.parametrize(("rule", "spoil", "column", "found", "remedy"), RULES)
def test_a_row_that_breaks_a_rule(
    files: PublishedFiles,
    monkeypatch: pytest.MonkeyPatch,
    rule: str,
    spoil: Spoil,
    column: str,
    found: str,
    remedy: str,
) -> None:
    # only this rule is asked, so that no other can find the problem
    monkeypatch.setattr(queries, "within", lambda _: (rule,))
    spoil(files)
    (problem,) = problems(files)
    assert (problem.file, problem.row, problem.column, problem.value) == (ALL, 3, column, found)
    assert remedy in problem.remedy


def test_each_rule_has_its_rows() -> None:
    assert {rule for rule, *_ in RULES} == set(queries.within("checks_published"))


@pytest.mark.parametrize(
    ("rows", "row", "column", "found"),
    [
        ("publications.csv", None, None, None),
        ("neighbours.csv", "2025,NOWHERE,1,OWN,Close", "of_area", "NOWHERE"),
        ("neighbours.csv", "2025,OWN,1,NOWHERE,Close", "area_code", "NOWHERE"),
    ],
)
def test_an_unknown_name_in_another_file(
    files: PublishedFiles, rows: str, row: str | None, column: str | None, found: str | None
) -> None:
    if row is None:
        files.rows[rows].clear()
        column, found = "publication_id", "P1"
    else:
        files.rows[rows].append(row)
    (problem,) = problems(files)
    assert (problem.column, problem.value) == (column, found)


def test_u_marks_a_figure_that_is_one(files: PublishedFiles) -> None:
    files.observe("rate", "OWN", "", "2017-04-01", "2018-03-31", 4, "u").write()
    published.read_published(files.folder, files.breaks)


@pytest.mark.parametrize(
    ("start", "row"), [("2016-04-01", 3), ("2017-03-31", 3)], ids=["same", "overlap"]
)
def test_the_same_days_twice(files: PublishedFiles, start: str, row: int) -> None:
    files.observe("rate", "OWN", "", start, "2017-03-31" if row == 3 else "", 1)
    (problem,) = problems(files)
    assert (problem.file, problem.row, problem.column) == (ALL, row, "period_start")
    assert "Row 2 covers the same days" in problem.remedy


def test_other_areas_and_parts_are_other_series(files: PublishedFiles) -> None:
    files.year(2017, {"E92000001": 1}).year(2017, {"OWN": 1}, part="Police").write()
    published.read_published(files.folder, files.breaks)


def test_every_problem_of_a_kind_is_told_at_once(files: PublishedFiles) -> None:
    for spoil in (observe("a"), observe("b", end="2019-03-31"), observe(1, end="soon")):
        spoil(files)
    assert [(p.row, p.column) for p in problems(files)] == [
        (5, "period_end"),
        (3, "value"),
        (4, "value"),
    ]


def test_a_key_that_repeats(files: PublishedFiles) -> None:
    files.rows["areas.csv"].append("OWN,Other,local_authority,True")
    (problem,) = problems(files)
    assert (problem.file, problem.row, problem.value) == ("published/areas.csv", 5, "OWN")


@pytest.mark.fault
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "cannot be read"),
        (b"indicator_id,area_code\n", "header"),
        (b"\xff\xfe", "not UTF-8"),
    ],
)
def test_a_file_that_is_none(files: PublishedFiles, content: bytes | None, says: str) -> None:
    files.write()
    path = files.folder / "areas.csv"
    path.unlink() if content is None else path.write_bytes(content)
    with pytest.raises(BadInput) as refused:
        published.read_published(files.folder, files.breaks)
    assert [p.file for p in refused.value.problems] == ["published/areas.csv"]
    assert says in str(refused.value)


@pytest.mark.fault
def test_a_line_with_too_many_cells(files: PublishedFiles) -> None:
    files.observed.append("rate,OWN,,2017-04-01,2018-03-31,1,,,,P1,more,and,more")
    (problem,) = problems(files)
    assert problem.file == ALL
    assert "not as a CSV file must be" in problem.remedy


REFERENCE = {"targets": [], "rebases": []}


class TestSignals:
    def monthly(self, tmp_path: Path, number: int) -> PublishedFiles:
        files = PublishedFiles(tmp_path).indicator("months", unit="count", frequency="monthly")
        for month in range(number):
            day = f"20{10 + month // 12}-{month % 12 + 1:02}"
            files.observe("months", "OWN", "", f"{day}-01", f"{day}-28", 10 + month % 3)
        return files

    def test_limits_of_a_past_month_know_of_nothing_after_it(self, tmp_path: Path) -> None:
        long, short = self.monthly(tmp_path / "a", 30), self.monthly(tmp_path / "b", 20)
        found = []
        for files in (long, short):
            files.folder.mkdir(parents=True)
            files.write()
            read = published.read_published(files.folder, files.breaks)
            published.locate(read, "Ownshire")
            signals.fill(read, REFERENCE)
            found.append(
                read.execute(
                    "select period_end, mean, lower, upper, point, points from signal"
                    " where known_to = '2011-08-28' order by period_end"
                ).fetchall()
            )
        assert found[0] == found[1]
        assert len(found[0]) == 20

    def test_a_rebase_begins_a_part(self, tmp_path: Path) -> None:
        files = self.monthly(tmp_path, 30)
        files.write()
        read = published.read_published(files.folder, files.breaks)
        published.locate(read, "Ownshire")
        row = {"indicator_id": "months"}
        reference = REFERENCE | {"rebases": [row | {"from_on": date(2011, 4, 1)}]}
        assert signals.misplaced(read, reference) == []
        signals.fill(read, reference)
        parts = read.execute(
            "select distinct part from signal where known_to = '2012-06-28' order by part"
        ).fetchall()
        assert parts == [(0,), (1,)]

    def test_a_rebase_on_a_day_that_begins_no_period(self, tmp_path: Path) -> None:
        files = self.monthly(tmp_path, 3).indicator().year(2018, {"OWN": 5})
        files.write()
        read = published.read_published(files.folder, files.breaks)
        published.locate(read, "Ownshire")
        rows = [
            {"indicator_id": "months", "from_on": date(2010, 2, 2)},
            {"indicator_id": "unknown", "from_on": date(2010, 2, 1)},
            {"indicator_id": "rate", "from_on": date(2017, 4, 1)},
        ]
        found = signals.misplaced(read, REFERENCE | {"rebases": rows})
        assert [(p.file, p.row, p.column) for p in found] == [
            ("rebases.csv", 3, "indicator_id"),
            ("rebases.csv", 2, "from_on"),
            ("rebases.csv", 4, "from_on"),
        ]


BAD = [
    (observe(1, key="other"), "indicator_id", "No row of indicators.csv"),
    (observe(1, end="2018-06-30"), "period_start", "covers the same days"),
    (observe(1, "c"), "status", "is never zero"),
    (observe(400), "value", "0 to 100"),
    (observe(-0.1), "value", "below nought"),
    (observe(20.5), "period_start", "covers the same days"),
]


@pytest.mark.fault
def test_bad_figures_leave_yesterdays_warehouse_up(
    tmp_path: Path, files: PublishedFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "board").mkdir()
    monkeypatch.setenv("SCRUTINY_BOARD", str(BoardFiles(tmp_path / "board").folder))
    monkeypatch.setattr(places, "published", files.write)
    monkeypatch.setattr(places, "breaks", lambda: files.breaks)
    register = tmp_path / "register.csv"
    paths = ["board/" + path.name for path in (tmp_path / "board").iterdir()]
    paths += [
        f"published/{path.relative_to(files.folder)}" for path in files.write().rglob("*.csv")
    ]
    register.write_text(
        "path,owner,status,source,licence,cut_on,note\n"
        + "".join(f"{path},O,sample,S,MIT,,\n" for path in sorted(paths)),
        encoding="utf-8",
    )
    monkeypatch.setattr(places, "register", lambda: register)
    observe(20.5)(files)
    version = build.build(build.read(), tmp_path / "build")
    right = list(files.observed)
    for spoil, column, remedy in BAD:
        files.observed = list(right)
        spoil(files)
        with pytest.raises(BadInput) as refused:
            build.build(build.read(), tmp_path / "build")
        found = [(p.file, p.row, p.column) for p in refused.value.problems]
        assert (ALL, 4, column) in found, remedy
        assert remedy in str(refused.value)
        assert Warehouse.current(tmp_path / "build") == version
