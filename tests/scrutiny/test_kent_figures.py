"""The figures of the sample as others read them from the same publications, and never too early."""

from datetime import date

import pandas as pd
import pytest

from scrutiny import queries
from scrutiny.charts import downloads
from scrutiny.warehouse import Warehouse

LATEST = "2025-12-31"
FROM = 2016
# Year to 31 March, or 30 September for social workers, from 2016 to 2025.
KENT = {
    "referrals": (15342, 15805, 19373, 18283, 22349, 18942, 19497, 22589, 24111, 24035),
    "rereferrals_pct": (20.8, 23.0, 23.1, 26.1, 28.5, 28.1, 21.5, 21.8, 23.3, 21.6),
    "section47_rate": (146.0, 149.4, 190.3, 181.5, 198.4, 172.4, 197.7, 211.6, 209.6, 208.8),
    "icpc_15wd_pct": (83.0, 84.3, 74.9, 87.5, 86.7, 88.5, 85.8, 81.2, 87.5, 87.2),
    # a snapshot of the tool has 38.8 for 2023 and 34.6 for 2024; the file, which counts, does not
    "cpp_at31_rate": (32.2, 36.2, 44.4, 39.3, 40.0, 35.5, 37.4, 38.9, 34.8, 32.4),
    "cpp_subsequent_pct": (20.1, 19.4, 20.4, 19.1, 22.6, 22.4, 19.8, 23.2, 19.8, 24.3),
    "sw_vacancy_rate_2015": (16.8, 14.1, 10.7, 9.1, 8.3, 10.0, 16.5, 16.0, 15.1, 14.4),
    "sw_vacancies_fte": (None, 110.9, 84.1, 73.9, 69.8, 77.1, 149.0, 138.3, 136.8, 128.9),
    "sw_fte": (None, 675.6, 702.0, 742.3, 771.0, 691.0, 756.7, 728.2, 769.2, 765.3),
    "sw_caseload": (None, 18.9, 16.9, 16.3, 16.0, 16.4, 18.6, 18.7, 15.8, 17.0),
}
NEIGHBOURS = (21.2, 20.9, 20.2, 21.7, 20.2, 21.0, 21.2, 20.0, 21.0, 20.5)  # mean, model of 2025
ENGLAND = (22.5, 21.9, 21.9, 22.6, 22.6, 22.7, 21.5, 22.4, 22.4, 22.6)
SHARES = {
    "Police": (25.3, 28.5, 34.5, 34.4, 33.2, 30.7, 25.7, 22.3, 21.3, 20.9),
    "Schools": (17.1, 16.6, 16.4, 17.6, 19.2, 14.7, 22.3, 25.2, 25.2, 26.6),
    "Health Services": (13.9, 12.3, 12.3, 12.7, 13.2, 14.3, 14.0, 14.8, 14.4, 13.2),
}


def by_year(rows: pd.DataFrame, column: str) -> tuple[float | None, ...]:
    """The figures of the column in each year, None where there is none."""
    found = dict(zip(rows["period_end"].dt.year, rows[column], strict=True))
    listed = [found.get(year) for year in range(FROM, 2026)]
    return tuple(None if pd.isna(value) else float(value) for value in listed)


@pytest.mark.parametrize("indicator", KENT)
def test_kent_in_each_year(sample: Warehouse, indicator: str) -> None:
    found = sample.ask("indicators/compared", as_at=LATEST, indicator=indicator)
    assert by_year(found, "value") == KENT[indicator]


def test_those_it_is_compared_with(sample: Warehouse) -> None:
    found = sample.ask("indicators/compared", as_at=LATEST, indicator="rereferrals_pct")
    assert by_year(found, "england") == ENGLAND
    means = zip(by_year(found, "neighbours_mean"), NEIGHBOURS, strict=True)
    assert all(mean is not None and abs(mean - wanted) <= 0.0501 for mean, wanted in means)


@pytest.mark.parametrize("source", SHARES)
def test_the_share_of_each_source(sample: Warehouse, source: str) -> None:
    found = sample.ask("referrals/by_source", as_at=LATEST)
    assert by_year(found[found["source"] == source], "share") == SHARES[source]


DATED = [
    ("indicators/scorecard", {}),
    ("indicators/attention", {}),
    ("indicators/paths", {}),
    ("indicators/series", {"indicator": "rereferrals_pct"}),
    ("indicators/compared", {"indicator": "rereferrals_pct"}),
    ("indicators/limits", {"indicator": "referrals_monthly"}),
    ("indicators/areas", {"indicator": "rereferrals_pct"}),
    ("indicators/parts", {"indicator": "referrals_by_source_pct"}),
    ("referrals/by_source", {}),
    ("referrals/fewer", {}),
    ("workforce/posts", {}),
    ("neglect/published", {}),
    ("education/schools_by_grade", {}),
]


@pytest.mark.parametrize(("name", "asked"), DATED)
def test_no_period_ends_after_the_day(
    sample: Warehouse, name: str, asked: dict[str, object]
) -> None:
    for day in ("2012-03-30", "2018-03-30", "2018-03-31", LATEST):
        found = sample.ask(name, as_at=day, **asked)
        for column in found.columns[found.columns.str.endswith("_end")]:
            assert (pd.to_datetime(found[column]).dropna() <= pd.Timestamp(day)).all(), column
    assert not found.empty


def test_each_question_on_published_figures_is_tried_on_days() -> None:
    dated = {"indicators/", "referrals/", "workforce/"}
    named = {
        name
        for folder in dated
        for name in queries.within(folder.rstrip("/"))
        if "period_end" in queries.find(name).sql
    }
    without = {"indicators/one"}  # says what is published, and shows no figure
    assert named - without <= {name for name, _ in DATED}


def test_a_withheld_figure_is_empty_with_its_mark_in_every_file_to_load(sample: Warehouse) -> None:
    for name, asked in (
        ("indicators/series", {"indicator": "rereferrals_pct"}),
        ("indicators/compared", {"indicator": "rereferrals_pct"}),
        ("indicators/paths", {"indicators": ["rereferrals_pct"]}),
    ):
        rows = sample.ask(name, as_at="2011-03-31", **asked).tail(1)
        (_, head, line) = downloads.csv(rows, "Notice").decode("utf-8-sig").splitlines()
        cells = dict(zip(head.split(","), line.split(","), strict=False))
        assert (cells["period_end"], cells["value"], cells["status"]) == ("2011-03-31", "", "x")
    assert date(2011, 3, 31) == rows["period_end"].iloc[0].date()
