"""Rows in, rows out for the published figures: scorecard, series, comparators, referrals, posts."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from scrutiny import published, queries, spc
from scrutiny.warehouse import Warehouse
from tests.published_files import PublishedFiles
from tests.queries.conftest import Open
from tests.queries.small_board import SmallBoard, rows

DAY = "2019-01-01"


@pytest.fixture
def files(tmp_path: Path) -> PublishedFiles:
    return PublishedFiles(tmp_path)


def months(files: PublishedFiles, values: list[int], polarity: str = "neutral") -> PublishedFiles:
    files.indicator("months", unit="count", frequency="monthly", polarity=polarity, all_areas=False)
    for at, value in enumerate(values):
        day = f"{2010 + at // 12}-{at % 12 + 1:02}"
        files.observe("months", "OWN", "", f"{day}-01", f"{day}-28", value)
    return files


class TestScorecard:
    NAME = "indicators/scorecard"

    def test_the_latest_year_beside_the_year_before_and_others(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        files.indicator().area("N1", "2025").area("N2", "2025", rank=2).area("N3", "2021")
        files.year(2017, {"OWN": 18}).year(
            2018, {"OWN": 20, "E92000001": 22, "E12000008": 23, "N1": 10, "N2": 13, "N3": 50}
        )
        columns = ("value", "previous_value", "change", "england", "south_east")
        columns += ("neighbours_mean", "neighbours_median", "neighbours")
        assert rows(opened(files).ask(self.NAME, as_at=DAY), *columns) == [
            (20.0, 18.0, 2.0, 22.0, 23.0, 11.5, 11.5, 2)
        ]

    def test_the_model_chooses_the_neighbours(self, files: PublishedFiles, opened: Open) -> None:
        files.indicator().area("N1", "2025").area("N3", "2021")
        files.year(2018, {"OWN": 20, "N1": 10, "N3": 50})
        store = opened(files)
        assert rows(store.ask(self.NAME, as_at=DAY), "neighbours_mean", "model") == [(10.0, "2025")]
        asked = store.ask(self.NAME, as_at=DAY, model="2021")
        assert rows(asked, "neighbours_mean", "model") == [(50.0, "2021")]

    def test_nothing_from_after_the_day(self, files: PublishedFiles, opened: Open) -> None:
        files.indicator().year(2017, {"OWN": 18}).year(2018, {"OWN": 20})
        store = opened(files)
        for day, value in (("2018-03-30", 18.0), ("2018-03-31", 20.0)):
            assert rows(store.ask(self.NAME, as_at=day), "value") == [value]
        assert rows(store.ask(self.NAME, as_at="2010-01-01"), "value", "period_end") == [
            (None, None)
        ]

    def test_nothing_is_compared_across_a_break(self, files: PublishedFiles, opened: Open) -> None:
        files.indicator().year(2017, {"OWN": 18}).year(2018, {"OWN": 2}).year(2019, {"OWN": 3})
        files.broken.append("B1,rate,2017-04-01,2018-03-31,break,Counted anew.")
        store = opened(files)
        assert rows(store.ask(self.NAME, as_at=DAY), "value", "previous_value") == [(2.0, None)]
        asked = store.ask(self.NAME, as_at="2019-12-31")
        assert rows(asked, "value", "previous_value") == [(3.0, 2.0)]

    def test_a_withheld_figure_is_neither_nought_nor_skipped(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        files.indicator().year(2017, {"OWN": 18}).year(2018, {"OWN": None}, status="c")
        columns = ("value", "status", "change", "period_end")
        assert rows(opened(files).ask(self.NAME, as_at=DAY), *columns) == [
            (None, "c", None, "2018-03-31")
        ]

    @pytest.mark.parametrize(
        ("polarity", "rank", "quartile"),
        [("lower", 2, "B"), ("higher", 3, "C"), ("neutral", 3, None)],
    )
    def test_rank_and_quartile_by_which_way_is_better(
        self, files: PublishedFiles, opened: Open, polarity: str, rank: int, quartile: str | None
    ) -> None:
        # q1 17.5, q2 25 and q3 32.5: 20 lies between the first two, and second from the lowest
        files.indicator(polarity=polarity).area("A").area("B").area("C")
        files.year(2018, {"OWN": 20, "A": 10, "B": 30, "C": 40, "E92000001": 1})
        columns = ("rank", "authorities", "quartile")
        assert rows(opened(files).ask(self.NAME, as_at=DAY), *columns) == [(rank, 4, quartile)]

    @pytest.mark.parametrize(("polarity", "letter"), [("lower", "A"), ("higher", "D")])
    def test_ties_share_the_better_rank_and_a_boundary_lies_on_its_low_side(
        self, files: PublishedFiles, opened: Open, polarity: str, letter: str
    ) -> None:
        # five authorities: q1 is the second lowest itself
        files.indicator(polarity=polarity).area("A").area("B").area("C").area("D")
        files.year(2018, {"OWN": 10, "A": 10, "B": 30, "C": 40, "D": 50})
        found = rows(opened(files).ask(self.NAME, as_at=DAY), "rank", "quartile")
        assert found == [(1 if polarity == "lower" else 4, letter)]

    def test_each_boundary_belongs_to_the_quarter_on_its_low_side(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        # of 10, 20, 30, 40 and 50 the quarters end at 20, 30 and 40
        figures = (10, 20, 30, 40, 50)
        for code in "ABCD":
            files.area(code)
        for polarity in ("lower", "higher"):
            for own in figures:
                key, others = f"{polarity}_{own}", [each for each in figures if each != own]
                files.indicator(key, polarity=polarity)
                files.year(
                    2018, {"OWN": own} | dict(zip("ABCD", others, strict=True)), indicator=key
                )
        found = rows(opened(files).ask(self.NAME, as_at=DAY), "indicator_id", "rank", "quartile")
        letters = {key: (rank, quarter) for key, rank, quarter in found}
        assert [letters[f"lower_{own}"] for own in figures] == [
            (1, "A"), (2, "A"), (3, "B"), (4, "C"), (5, "D"),
        ]  # fmt: skip
        assert [letters[f"higher_{own}"] for own in figures] == [
            (5, "D"), (4, "D"), (3, "C"), (2, "B"), (1, "A"),
        ]  # fmt: skip

    def test_every_one_of_a_tie_has_the_lower_number_and_the_next_is_after_all_of_them(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        files.indicator().area("A").area("B").area("C")
        files.year(2018, {"OWN": 30, "A": 10, "B": 20, "C": 20})
        store = opened(files)
        assert rows(store.ask(self.NAME, as_at=DAY), "rank", "authorities") == [(4, 4)]
        areas = store.ask("indicators/areas", as_at=DAY, indicator="rate")
        assert sorted(rows(areas, "area_code", "rank")) == [
            ("A", 1),
            ("B", 2),
            ("C", 2),
            ("OWN", 4),
        ]

    def test_no_rank_where_not_every_authority_is_there(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        files.indicator(all_areas=False).year(2018, {"OWN": 10})
        assert rows(opened(files).ask(self.NAME, as_at=DAY), "rank", "quartile") == [(None, None)]

    @pytest.mark.parametrize(
        ("last", "number", "size", "variation"),
        [
            (11, 13, "within normal variation", "common"),
            (90, 13, "outside normal variation", "concern_high"),
            (90, 12, "too short to say", None),
        ],
    )
    def test_the_size_of_a_change_needs_thirteen_points(
        self,
        files: PublishedFiles,
        opened: Open,
        last: int,
        number: int,
        size: str,
        variation: str | None,
    ) -> None:
        months(files, [10 + at % 3 for at in range(number - 1)] + [last], "lower")
        columns = ("size", "variation", "is_attention")
        assert rows(opened(files).ask(self.NAME, as_at=DAY), *columns) == [
            (size, variation, variation == "concern_high")
        ]

    def test_activity_is_never_a_concern(self, files: PublishedFiles, opened: Open) -> None:
        months(files, [10 + at % 3 for at in range(13)] + [90])
        found = rows(opened(files).ask(self.NAME, as_at=DAY), "variation", "is_attention")
        assert found == [("neutral_high", False)]

    @pytest.mark.parametrize(
        ("target", "polarity", "assurance"),
        [
            (100, "higher", "fail"),
            (100, "lower", "pass"),
            (0, "higher", "pass"),
            (0, "lower", "fail"),
            (11, "lower", "inconsistent"),
            (100, "neutral", "none"),
        ],
    )
    def test_assurance_against_a_target_in_force(
        self, files: PublishedFiles, opened: Open, target: float, polarity: str, assurance: str
    ) -> None:
        row = {"target_id": "T", "indicator_id": "months", "from_on": "2012-01-01", "reason": "r"}
        row |= {"by_role": "Board", "provenance": "illustrative", "target": target}
        months(files, [10 + at % 3 for at in range(20)], polarity)
        store = opened(files, targets=[row])
        assert rows(store.ask(self.NAME, as_at=DAY), "assurance") == [assurance]
        assert rows(store.ask(self.NAME, as_at="2011-12-31"), "assurance") == ["none"]

    def test_the_mark_of_a_figure_that_is_withheld_for_others(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        files.indicator().year(2018, {"OWN": 20, "E92000001": None}, status="x")
        columns = ("england", "england_status", "south_east", "south_east_status")
        store = opened(files)
        for name in (self.NAME, "indicators/compared"):
            found = store.ask(name, as_at=DAY, **{"indicator": "rate"} if "comp" in name else {})
            assert rows(found, *columns) == [(None, "x", None, None)]

    def test_the_end_of_february_is_a_year_after_the_end_of_february(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        files.indicator()
        for year, value in ((2015, 5), (2016, 6), (2017, 7)):
            files.observe("rate", "OWN", "", f"{year - 1}-12-01", f"{year}-02-28", value)
        store = opened(files)
        for day, before in (("2016-02-28", 5.0), ("2017-02-28", 6.0)):
            assert rows(store.ask(self.NAME, as_at=day), "previous_value") == [before]

    def test_after_a_rebase_the_points_are_counted_anew(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        months(files, [10 + at % 3 for at in range(26)] + [90], "lower")
        row = {"rebase_id": "R", "indicator_id": "months", "reason": "r", "by_role": "Board"}
        row |= {"provenance": "paper"}
        for begins, points, size, variation in (
            ("2011-03-01", 13, "outside normal variation", "concern_high"),
            ("2011-04-01", 12, "too short to say", None),
        ):
            store = opened(files, rebases=[row | {"from_on": date.fromisoformat(begins)}])
            found = store.ask(self.NAME, as_at=DAY)
            assert rows(found, "points", "size", "variation") == [(points, size, variation)]

    def test_filters(self, files: PublishedFiles, opened: Open) -> None:
        files.indicator("a", recs="R1", theme="health").indicator("b", recs="R1 R2").area("A")
        files.year(2018, {"OWN": 10, "A": 1}, indicator="b")
        store = opened(files)
        store.take(SmallBoard().recommendation("R1").recommendation("R2", position=2).entries)
        for kept, found in (
            ({"themes": ["health"]}, ["a"]),
            ({"recs": ["R2"]}, ["b"]),
            ({"recs": ["R1"]}, ["b", "a"]),
            ({"owners": ["Police"]}, []),
            ({"attention": "only"}, ["b"]),
        ):
            assert rows(store.ask(self.NAME, as_at=DAY, **kept), "indicator_id") == found

    def test_an_indicator_in_parts_has_a_count_of_them(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        files.indicator().year(2018, {"OWN": 1}, part="x").year(2018, {"OWN": 2}, part="y")
        assert rows(opened(files).ask(self.NAME, as_at=DAY), "parts", "value") == [(2, None)]


class TestSeries:
    NAME = "indicators/series"

    def test_columns_and_order(self, files: PublishedFiles, opened: Open) -> None:
        files.indicator().year(2018, {"OWN": 2}).year(2017, {"OWN": None}, status="x")
        files.year(2018, {"OWN": 3}, part="p").year(2020, {"OWN": 9})
        found = opened(files).ask(self.NAME, as_at=DAY, indicator="rate")
        assert list(found) == [
            "period_start",
            "period_end",
            "breakdown",
            "value",
            "status",
            "source",
        ]
        assert rows(found, "period_end", "breakdown", "value", "status") == [
            ("2017-03-31", "", None, "x"),
            ("2018-03-31", "", 2.0, ""),
            ("2018-03-31", "p", 3.0, ""),
        ]

    def test_another_area(self, files: PublishedFiles, opened: Open) -> None:
        files.indicator().year(2018, {"OWN": 2, "E92000001": 5})
        found = opened(files).ask(self.NAME, as_at=DAY, indicator="rate", area="E92000001")
        assert rows(found, "value") == [5.0]


class TestComparedAndAreas:
    def test_each_period_with_its_neighbours(self, files: PublishedFiles, opened: Open) -> None:
        files.indicator().area("N1", "2025").area("N2", "2025", rank=2)
        files.year(2017, {"OWN": 1, "N1": None}).year(2018, {"OWN": 2, "N1": 3, "N2": 7})
        columns = ("period_end", "neighbours", "neighbours_lowest", "neighbours_highest")
        found = opened(files).ask("indicators/compared", as_at=DAY, indicator="rate")
        assert rows(found, *columns) == [
            ("2017-03-31", None, None, None),
            ("2018-03-31", 2, 3.0, 7.0),
        ]

    def test_every_authority_of_the_latest_period(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        files.indicator().area("N1", "2025").area("A")
        files.year(2017, {"OWN": 1, "A": 9}).year(2018, {"OWN": 2, "N1": 1, "A": None})
        found = opened(files).ask("indicators/areas", as_at=DAY, indicator="rate")
        assert rows(found, "area_code", "value", "rank", "is_own", "is_neighbour") == [
            ("N1", 1.0, 1, False, True),
            ("OWN", 2.0, 2, True, False),
        ]

    def test_none_where_not_every_authority_is_there(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        files.indicator(all_areas=False).year(2018, {"OWN": 2})
        assert opened(files).ask("indicators/areas", as_at=DAY, indicator="rate").empty


class TestAboutOne:
    def test_one_and_what_to_know(self, files: PublishedFiles, opened: Open) -> None:
        files.indicator().year(2018, {"OWN": 2})
        files.broken += [
            "B1,rate,2016-04-01,2017-03-31,break,Counted anew.",
            "B2,rate,2016-04-01,2030-01-01,note,Later.",
        ]
        store = opened(files)
        asked = {"as_at": DAY, "indicator": "rate"}
        found = rows(store.ask("indicators/one", **asked), "name", "area_name", "sources")
        assert found == [("Name of rate", "Ownshire", "A publication (OGL)")]
        assert rows(store.ask("indicators/breaks", **asked), "kind") == ["break"]
        assert store.ask("indicators/one", as_at=DAY, indicator="none").empty

    def test_parts_with_the_largest_first(self, files: PublishedFiles, opened: Open) -> None:
        files.indicator().year(2018, {"OWN": 1, "E92000001": 4}, part="x")
        files.year(2018, {"OWN": 2}, part="y").year(2018, {"OWN": None}, part="z")
        found = opened(files).ask("indicators/parts", as_at=DAY, indicator="rate")
        assert rows(found, "breakdown", "value", "england") == [
            ("y", 2.0, None),
            ("x", 1.0, 4.0),
            ("z", None, None),
        ]

    def test_limits_know_of_nothing_after_the_day(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        store = opened(months(files, [10 + at % 3 for at in range(20)] + [90]))
        asked = {"indicator": "months"}
        early = store.ask("indicators/limits", as_at="2011-06-28", **asked)
        late = store.ask("indicators/limits", as_at=DAY, **asked)
        assert (len(early), len(late)) == (18, 21)
        assert early["upper"].iloc[0] < late["upper"].iloc[0]
        assert set(early["points"]) == {18}

    def test_choices_and_paths(self, files: PublishedFiles, opened: Open) -> None:
        files.indicator("a", unit="count").indicator("b", theme="health")
        files.area("N", "2021", "2025")
        for year in range(2000, 2019):
            files.year(year, {"OWN": year}, indicator="a")
        store = opened(files)
        store.take(SmallBoard().recommendation("R1", on="2017-06-01").entries)
        assert "rec" not in set(store.ask("indicators/choices", as_at="2017-05-31")["filter"])
        choices = rows(store.ask("indicators/choices", as_at=DAY), "filter", "id")
        assert [key for kind, key in choices if kind == "model"] == ["2025", "2021"]
        assert [key for kind, key in choices if kind == "rec"] == ["R1"]
        assert [key for kind, key in choices if kind == "indicator"] == ["a", "b"]
        paths = rows(store.ask("indicators/paths", as_at=DAY, indicators=["a"]), "value")
        assert paths == [float(year) for year in range(2003, 2019)]


class TestReferrals:
    SHORT = "more than chance; too short to say whether unusual"

    def sources(self, files: PublishedFiles) -> PublishedFiles:
        files.indicator("referrals_by_source", unit="count", all_areas=False)
        files.indicator("referrals_by_source_pct", polarity="neutral", all_areas=False)
        for year, police, other in ((2016, 4000, 100), (2017, 4100, 95), (2018, 3000, 104)):
            for part, number in (("Police", police), ("Other", other)):
                files.year(year, {"OWN": number}, indicator="referrals_by_source", part=part)
            share = {"OWN": 100 * police / (police + other), "E92000001": 30}
            share = {area: round(value, 1) for area, value in share.items()}
            files.year(year, share, indicator="referrals_by_source_pct", part="Police")
        return files

    def test_counts_shares_and_england(self, files: PublishedFiles, opened: Open) -> None:
        found = opened(self.sources(files)).ask("referrals/by_source", as_at="2017-12-31")
        columns = ("period_end", "source", "referrals", "share", "england_share", "change")
        assert rows(found, *columns) == [
            ("2017-03-31", "Police", 4100.0, 97.7, 30.0, 100.0),
            ("2016-03-31", "Police", 4000.0, 97.6, 30.0, None),
        ]

    def test_fewer_and_whether_that_is_more_than_noise(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        found = opened(self.sources(files)).ask("referrals/fewer", as_at=DAY)
        columns = ("source", "referrals_before", "referrals", "change", "size")
        assert rows(found, *columns) == [
            ("Police", 4000.0, 3000.0, -1000.0, self.SHORT),
            ("Other", 100.0, 104.0, 4.0, "no more than chance"),
        ]
        assert found["by_chance"].round(2).tolist() == [163.99, 27.99]

    def test_fewer_than_one_year_before(self, files: PublishedFiles, opened: Open) -> None:
        store = opened(self.sources(files))
        columns = ("source", "before_end", "referrals_before", "referrals", "change")
        assert rows(store.ask("referrals/fewer", as_at=DAY, years=1), *columns) == [
            ("Police", "2017-03-31", 4100.0, 3000.0, -1100.0),
            ("Other", "2017-03-31", 95.0, 104.0, 9.0),
        ]
        early = store.ask("referrals/fewer", as_at="2016-12-31", years=1)
        assert set(early["size"]) == {"too short to say"}
        assert early["change"].isna().all()

    def test_no_source_is_compared_across_a_break(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        files.broken.append("B1,referrals_by_source,2017-04-01,2018-03-31,break,Counted anew.")
        found = opened(self.sources(files)).ask("referrals/fewer", as_at=DAY)
        assert set(found["size"]) == {"too short to say"}

    def test_unusual_is_told_only_of_four_changes_or_more(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        files.indicator("referrals_by_source", unit="count", all_areas=False)
        for year, number in enumerate((1000, 1500, 1000, 1600, 1000, 1900), 2013):
            files.year(year, {"OWN": number}, indicator="referrals_by_source", part="Police")
        store = opened(files)
        for day, size in (
            ("2016-03-31", self.SHORT),
            ("2017-03-31", "more than chance, but not unusual for it"),
            ("2018-03-31", "more than chance, and the largest so far"),
        ):
            assert rows(store.ask("referrals/fewer", as_at=day, years=1), "size") == [size]


class TestPosts:
    def test_a_row_for_each_count_of_posts(self, files: PublishedFiles, opened: Open) -> None:
        for key in ("sw_fte", "sw_vacancies_fte", "sw_vacancy_rate", "sw_vacancy_rate_2015"):
            files.indicator(key, theme="workforce", unit="FTE", all_areas=False)
        for key, year, value in (
            ("sw_vacancy_rate_2015", 2015, 20),
            ("sw_vacancy_rate_2015", 2017, 99),
            ("sw_fte", 2017, 675.6),
            ("sw_vacancies_fte", 2017, 110.9),
            ("sw_vacancy_rate", 2017, 14.1),
        ):
            files.observe(key, "OWN", "", f"{year}-09-30", f"{year}-09-30", value)
        found = opened(files).ask("workforce/posts", as_at=DAY)
        assert rows(found, "period_end", "filled", "vacant", "vacancy_rate") == [
            ("2015-09-30", None, None, 20.0),
            ("2016-09-30", None, None, None),
            ("2017-09-30", 675.6, 110.9, 14.1),
        ]
        assert rows(found, "filled_status", "vacancy_rate_status") == [
            (None, ""),
            (None, "missing"),
            ("", ""),
        ]


class TestAttention:
    NAME = "indicators/attention"

    def test_the_worst_quarter_and_a_signal_of_concern(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        months(files, [10 + at % 3 for at in range(13)] + [90], "lower")
        files.indicator("bad").indicator("good", polarity="higher").area("A").area("B").area("C")
        for key in ("bad", "good"):
            files.year(2018, {"OWN": 40, "A": 10, "B": 20, "C": 30}, indicator=key)
        found = opened(files).ask(self.NAME, as_at=DAY)
        assert rows(found, "indicator_id", "quartile", "variation") == [
            ("bad", "D", None),
            ("months", None, "concern_high"),
        ]

    def test_only_the_latest_figure_counts(self, files: PublishedFiles, opened: Open) -> None:
        files.indicator("bad").area("A").year(2017, {"OWN": 9, "A": 1}, indicator="bad")
        files.year(2018, {"OWN": 1, "A": 9}, indicator="bad")
        store = opened(files)
        assert rows(store.ask(self.NAME, as_at="2018-03-30"), "indicator_id") == ["bad"]
        assert store.ask(self.NAME, as_at="2018-03-31").empty

    def test_a_recommendation_is_named_only_once_it_is_known(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        files.indicator("bad").area("A").year(2017, {"OWN": 9, "A": 1}, indicator="bad")
        store = opened(files)
        store.take(SmallBoard().recommendation("R1", on="2017-06-01").entries)
        for day, named in (("2017-05-31", ""), ("2017-06-01", "R1")):
            assert rows(store.ask(self.NAME, as_at=day), "recommendations") == [named]
            assert rows(store.ask("indicators/scorecard", as_at=day), "recommendations") == [named]


class TestDifference:
    def board(self, files: PublishedFiles, opened: Open) -> Warehouse:
        files.indicator("a", recs="R1").indicator("b", recs="R2")
        for year, value in ((2010, 5), (2016, 10), (2017, 12), (2018, 14), (2019, 9)):
            files.year(year, {"OWN": value}, indicator="a")
        store = opened(files)
        board = SmallBoard().recommendation("R1", on="2017-06-01")
        store.take(board.recommendation("R1a", parent_id="R1", on="2017-06-01").entries)
        return store

    def test_before_and_since_it_was_made(self, files: PublishedFiles, opened: Open) -> None:
        store = self.board(files, opened)
        columns = ("indicator_id", "before_value", "latest_value", "since_value")
        for rec in ("R1", "R1a"):
            for day, since in (
                ("2019-03-30", (12.0, 14.0, None)),
                ("2019-03-31", (12.0, 9.0, 9.0)),
            ):
                # the year to March 2018 began before the day, and tells of both times
                found = store.ask("recommendations/difference", as_at=day, rec=rec)
                assert rows(found, *columns) == [("a", *since)]

    def test_a_recommendation_that_is_not_known_has_none(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        store = self.board(files, opened)
        for name in ("recommendations/difference", "recommendations/difference_paths"):
            assert store.ask(name, as_at="2017-05-31", rec="R1").empty
            assert store.ask(name, as_at=DAY, rec="R2").empty

    def test_the_path_of_five_years_before_and_all_since(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        found = self.board(files, opened).ask(
            "recommendations/difference_paths", as_at="2019-12-31", rec="R1"
        )
        # from June 2012; the years to March 2013 to 2015 are not among the figures
        assert rows(found, "value") == [None, None, None, 10.0, 12.0, 14.0, 9.0]


class TestGaps:
    """A period that is missing between two is a row without a value, and nothing crosses it."""

    def gap(self, files: PublishedFiles) -> PublishedFiles:
        files.indicator().year(2015, {"OWN": 5}).year(2018, {"OWN": 8, "E92000001": 9})
        return files.year(2017, {"E92000001": 7})

    @pytest.mark.parametrize("name", ["indicators/compared", "indicators/paths"])
    def test_missing_years_have_a_row(self, files: PublishedFiles, opened: Open, name: str) -> None:
        asked = {"indicator": "rate"} if name == "indicators/compared" else {}
        found = opened(self.gap(files)).ask(name, as_at=DAY, **asked)
        assert rows(found, "period_start", "period_end", "value", "status") == [
            ("2014-04-01", "2015-03-31", 5.0, ""),
            ("2015-04-01", "2016-03-31", None, "missing"),
            ("2016-04-01", "2017-03-31", None, "missing"),
            ("2017-04-01", "2018-03-31", 8.0, ""),
        ]

    def test_others_keep_their_figure_of_that_year(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        found = opened(self.gap(files)).ask("indicators/compared", as_at=DAY, indicator="rate")
        assert rows(found, "england", "source")[2] == (7.0, None)

    def test_the_series_as_published_has_none(self, files: PublishedFiles, opened: Open) -> None:
        found = opened(self.gap(files)).ask("indicators/series", as_at=DAY, indicator="rate")
        assert rows(found, "value") == [5.0, 8.0]

    def test_counts_twice_a_year_leave_none_out(self, files: PublishedFiles, opened: Open) -> None:
        files.indicator()
        for day in ("2016-08-31", "2017-03-31", "2017-08-31"):
            files.observe("rate", "OWN", "", day, day, 3)
        found = opened(files).ask("indicators/paths", as_at=DAY)
        assert rows(found, "value") == [3.0, 3.0, 3.0]

    def test_a_missing_or_withheld_month_is_a_gap_in_the_limits(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        # seven months above the mean are a run, unless a month among them is not there
        months(files, [4, 6] * 10 + [7] * 7)
        store = opened(files)
        whole = store.ask("indicators/limits", as_at=DAY, indicator="months")
        assert rows(whole, "point")[-7:] == ["neutral_high"] * 7
        for spoil in (lambda row: None, lambda row: row.replace(",7,,,,P1", ",,,,c,P1")):
            files.observed = [spoil(row) if "2012-01" in row else row for row in files.observed]
            files.observed = [row for row in files.observed if row]
            store = opened(files)
            found = store.ask("indicators/limits", as_at=DAY, indicator="months")
            assert len(found) == 27
            assert rows(found, "period_start", "value", "mean", "point")[24] == (
                "2012-01-01",
                None,
                None,
                None,
            )
            assert set(rows(found, "points")) == {26, None}
            assert rows(found, "point")[-2:] == ["common", "common"]
            files.observe("months", "OWN", "", "2012-01-01", "2012-01-28", 7)

    def test_annual_series_have_no_limits(self, files: PublishedFiles, opened: Open) -> None:
        found = opened(self.gap(files)).ask("indicators/limits", as_at=DAY, indicator="rate")
        assert found.empty


class TestBreaks:
    NAME = "indicators/breaks"

    def test_breaks_rebases_targets_and_recommendations(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        months(files, [10 + at % 3 for at in range(20)])
        files.broken.append("B1,months,2010-03-01,2010-06-30,break,Counted anew.")
        row = {"indicator_id": "months", "by_role": "Board", "provenance": "paper"}
        rebase = row | {"rebase_id": "X", "from_on": date(2010, 9, 1), "reason": "New form."}
        target = row | {"target_id": "T", "from_on": date(2010, 9, 1), "reason": "Ambition."}
        store = opened(files, rebases=[rebase], targets=[target | {"target": 12.0}])
        store.take(SmallBoard().recommendation("R1", on="2011-01-01").entries)
        found = store.ask(self.NAME, as_at=DAY, indicator="months")
        assert rows(found, "on_day", "kind", "reason", "by_role", "target") == [
            ("2010-03-01", "break", "Counted anew.", None, None),
            ("2010-09-01", "rebase", "New form.", "Board", None),
            ("2010-09-01", "target", "Ambition.", "Board", 12.0),
            ("2011-01-01", "asked", "Title of R1", None, None),
        ]
        for day, kinds in (
            ("2010-06-29", []),
            ("2010-08-31", ["break"]),
            ("2010-12-31", ["break", "rebase", "target"]),
        ):
            assert rows(store.ask(self.NAME, as_at=day, indicator="months"), "kind") == kinds

    def test_the_target_in_force_in_each_month_and_what_becomes_of_it(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        months(files, [10 + at % 3 for at in range(15)], "higher")
        row = {"indicator_id": "months", "by_role": "Board", "provenance": "paper", "reason": "r"}
        first = row | {"target_id": "T1", "from_on": date(2010, 3, 1), "target": 5.0}
        second = row | {"target_id": "T2", "from_on": date(2011, 3, 1), "target": 99.0}
        store = opened(files, targets=[first, second])
        found = store.ask("indicators/limits", as_at=DAY, indicator="months")
        assert rows(found, "target") == [None] * 2 + [5.0] * 12 + [99.0]
        assert rows(found, "assurance")[-1] == "fail"
        assert (
            list(store.ask("indicators/compared", as_at=DAY, indicator="months")["target"])[5] == 5
        )


class TestDerived:
    """What is worked out once, asked of the figures as they were read."""

    def ask(
        self, files: PublishedFiles, name: str, *columns: str, place: str = "Ownshire"
    ) -> list[Any]:
        dataset = published.read_published(files.write(), files.breaks)
        published.locate(dataset, place)
        found = dataset.execute(queries.find(name).sql).df()
        dataset.close()
        return rows(found, *columns)

    def test_the_own_area_is_the_one_of_that_name(self, files: PublishedFiles) -> None:
        assert "derived/own_area" in queries.within("derived")
        files.indicator().year(2018, {"OWN": 2})
        assert self.ask(files, "derived/standing", "value") == [2.0]
        assert self.ask(files, "derived/standing", "value", place="Elsewhere") == []

    def test_a_name_that_two_bear_is_nobodys(self, files: PublishedFiles) -> None:
        files.indicator().year(2018, {"OWN": 2})
        files.rows["areas.csv"].append("OTHER,Ownshire,local_authority,False")
        assert self.ask(files, "derived/standing", "value") == []

    def test_a_standing_is_of_one_period(self, files: PublishedFiles) -> None:
        files.indicator().year(2017, {"OWN": 1, "E92000001": 9}).year(2018, {"OWN": 2})
        columns = ("period_end", "value", "previous_value", "england")
        assert self.ask(files, "derived/standing", *columns) == [
            ("2017-03-31", 1.0, None, 9.0),
            ("2018-03-31", 2.0, 1.0, None),
        ]

    def test_neighbours_together_leave_withheld_ones_out(self, files: PublishedFiles) -> None:
        files.indicator().area("A", "2025").area("B", "2025", rank=2).area("C", "2025", rank=3)
        files.year(2018, {"A": 1, "B": 4, "C": None, "OWN": 100})
        columns = ("model", "neighbours", "mean", "median", "lowest", "highest")
        found = self.ask(files, "derived/neighbour_standing", *columns)
        assert found == [("2025", 2, 2.5, 2.5, 1.0, 4.0)]

    def test_an_own_series_is_told_as_it_was_known_and_another_as_a_whole(
        self, files: PublishedFiles
    ) -> None:
        months(files, [1, 2])
        for at, value in enumerate((3, 4)):
            day = f"2010-{at + 1:02}"
            files.observe("months", "E92000001", "", f"{day}-01", f"{day}-28", value)
        found = self.ask(files, "derived/regular_series", "area_code", "series", "value")
        assert sorted(found) == [
            ("E92000001", 0, 3.0),
            ("E92000001", 0, 4.0),
            ("OWN", 1, 1.0),
            ("OWN", 2, 1.0),
            ("OWN", 2, 2.0),
        ]

    def test_a_missing_period_lies_between_two_that_are_there(self, files: PublishedFiles) -> None:
        files.indicator().year(2016, {"OWN": 1}).year(2019, {"OWN": 1, "E92000001": 1})
        files.indicator("months", unit="count", frequency="monthly")
        for area in ("OWN", "E92000001"):
            files.observe("months", area, "", "2010-01-01", "2010-01-31", 1)
            files.observe("months", area, "", "2010-03-01", "2010-03-31", 1)
        found = self.ask(files, "derived/missing_period")
        assert found == [
            ("months", "", "E92000001", "2010-02-01", "2010-02-28"),
            ("months", "", "OWN", "2010-02-01", "2010-02-28"),
            ("rate", "", "OWN", "2016-04-01", "2017-03-31"),
            ("rate", "", "OWN", "2017-04-01", "2018-03-31"),
        ]

    def test_annual_shares_know_gaps_and_breaks(self, files: PublishedFiles) -> None:
        files.indicator()
        for year in (2014, 2015, 2017):
            start, end = f"{year - 1}-04-01", f"{year}-03-31"
            files.observed.append(f"rate,OWN,,{start},{end},5,5,100,,P1")
        files.broken.append("B1,rate,2014-04-01,2015-03-31,break,Counted anew.")
        found = self.ask(files, "derived/annual_shares", "period_end", "gap", "part")
        assert found == [
            ("2014-03-31", False, 0),
            ("2015-03-31", False, 1),
            ("2017-03-31", True, 1),
        ]


@pytest.mark.parametrize("better", ["higher", "lower", "neutral"])
@pytest.mark.parametrize("target", [None, 0.0, 5.0, 11.0, 15.0, 100.0])
def test_assurance_in_sql_is_that_of_the_statistics(
    files: PublishedFiles, opened: Open, better: str, target: float | None
) -> None:
    frame = spc.xmr([10.0 + at % 3 for at in range(20)], better=better)
    limits = frame[["lower", "upper"]].iloc[-1].to_dict()
    edges = {5.0: limits["lower"], 15.0: limits["upper"]}
    wanted = edges.get(target, target) if target is not None else None
    with opened(files.indicator())._connection.cursor() as cursor:
        (said,) = cursor.execute(
            "select assurance($target, $better, $lower, $upper, false)",
            {"target": wanted, "better": better} | limits,
        ).fetchone() or (None,)
    assert said == spc.icons(frame, better=better, target=wanted).assurance


class TestChangesOfFigures:
    NAME = "board/changes"
    COLUMNS = ("change", "subject_id", "was", "became", "known_on", "rec_ids")

    def test_another_quarter_of_all_authorities(self, files: PublishedFiles, opened: Open) -> None:
        files.indicator().area("A").area("B").area("C")
        files.year(2017, {"OWN": 5, "A": 10, "B": 30, "C": 40})
        files.year(2018, {"OWN": 50, "A": 10, "B": 30, "C": 40})
        store = opened(files)
        store.take(SmallBoard().recommendation("R1").recommendation("R2", on="2018-06-01").entries)
        found = [("quarter", "rate", "A", "D", "2018-03-31", "R1")]  # R2 is not known yet
        days = {"since": "2018-03-30", "as_at": "2018-03-31"}
        assert rows(store.ask(self.NAME, themes=["published figures"], **days), *self.COLUMNS) == (
            found
        )
        assert rows(store.ask(self.NAME, recs=["R1"], themes=["published figures"], **days))
        for kept in ({"recs": ["R2"]}, {"groups": ["SG1"]}, {"agencies": ["POLICE"]}):
            assert rows(store.ask(self.NAME, themes=["published figures"], **days, **kept)) == []
        assert rows(store.ask(self.NAME, since="2018-03-31", as_at="2018-04-30")) == []

    def test_another_signal_but_not_a_first_verdict(
        self, files: PublishedFiles, opened: Open
    ) -> None:
        store = opened(months(files, [10 + at % 3 for at in range(15)] + [90], "lower"))
        quiet = {"since": "2010-10-31", "as_at": "2011-02-28"}  # the thirteenth point lies between
        assert rows(store.ask(self.NAME, **quiet)) == []
        loud = {"since": "2011-03-31", "as_at": "2011-04-30"}
        assert rows(store.ask(self.NAME, **loud), *self.COLUMNS) == [
            ("signal", "months", "common", "concern_high", "2011-04-28", None)
        ]

    def test_a_first_figure_is_no_change(self, files: PublishedFiles, opened: Open) -> None:
        store = opened(files.indicator().area("A").year(2018, {"OWN": 50, "A": 10}))
        assert rows(store.ask(self.NAME, since="2017-01-01", as_at=DAY)) == []
