"""Authorities beside the limits of their size: only where both numbers are published."""

from typing import Any

import pandas as pd
import pytest

from scrutiny import signals, spc
from scrutiny.charts import authorities
from tests.scrutiny.charts.frames import NO, D

LIMITS = ["lower95", "upper95", "lower998", "upper998"]


def places(unit: str = "%", per: float = 100.0, *missing: str) -> pd.DataFrame:
    found: list[dict[str, Any]] = []
    for name, top, bottom in (("Kent", 500, 1000), ("A", 200, 1000), ("B", 30, 100)):
        row = {"area_name": name, "numerator": float(top), "denominator": float(bottom)}
        if name in missing:
            row |= {"numerator": NO}
        found.append(
            row
            | {"unit": unit, "value": per * top / bottom, "is_own": name == "Kent", "rank": 1}
            | {"is_neighbour": name == "A", "polarity": "lower", "model": "2025"}
            | {"period_start": D("2017-04-01"), "period_end": D("2018-03-31")}
        )
    return pd.DataFrame(found)


def test_a_share_has_the_limits_of_the_funnel_in_percent() -> None:
    found = signals.funnelled(places())
    wanted = spc.funnel([500, 200, 30], [1000, 1000, 100], kind="proportion", overdispersion=True)
    pd.testing.assert_frame_equal(found[LIMITS], wanted[LIMITS] * 100)
    assert found["target"].round(6).tolist() == [round(100 * 730 / 2100, 6)] * 3


def test_a_rate_is_a_ratio_to_what_its_size_lets_expect() -> None:
    found = signals.funnelled(places("per 10,000", 10_000.0))
    overall = 730 / 2100
    sizes = [1000 * overall, 1000 * overall, 100 * overall]
    wanted = spc.funnel([500, 200, 30], sizes, kind="ratio", overdispersion=True)
    pd.testing.assert_frame_equal(found[LIMITS], wanted[LIMITS] * overall * 10_000)
    assert found["target"].round(6).tolist() == [round(overall * 10_000, 6)] * 3


@pytest.mark.parametrize(
    "rows", [places("cases per FTE"), places("%", 100.0, "Kent"), places().iloc[:0]]
)
def test_there_is_no_funnel_without_both_numbers_of_the_boards_own(rows: pd.DataFrame) -> None:
    found = signals.funnelled(rows)
    assert found["target"].isna().all()
    assert authorities.caption(found) == authorities.RANKS
    if not found.empty:
        assert authorities.drawn(found, "%") == authorities.ordered(found, "%")
        assert "for its size" not in authorities.describe(found, "%")


def test_an_authority_that_lacks_a_number_is_said_and_not_drawn() -> None:
    found = signals.funnelled(places("%", 100.0, "B"))
    said = authorities.caption(found)
    assert "1 authority without numerator and denominator is not drawn" in said
    assert "Spiegelhalter 2005, 95% and 99.8%, over-dispersion; 2 authorities." in said
    assert found["points"].tolist() == [2] * 3
    drawn = authorities.drawn(found, "%")
    names = [text for trace in drawn.data for text in trace.hovertext or ()]
    assert sorted(names) == ["A: 20.0%", "Kent: 50.0%"]


def test_the_sentence_says_on_which_side_of_the_limits_the_area_lies() -> None:
    found = signals.funnelled(places())
    assert "inside the 95% limits for its size; 0 of 3 lie" in authorities.describe(found, "%")
    beyond = found.assign(outside=["998", "", "95"])
    said = authorities.describe(beyond, "%")
    assert "outside the 99.8% limits for its size; 1 of 3 lie outside those of 99.8%" in said


def test_limits_are_lines_in_order_of_size_and_its_own_area_a_square() -> None:
    drawn = authorities.drawn(signals.funnelled(places()), "%")
    *limits, target, _, neighbours, own = drawn.data
    assert [list(line.x) for line in limits] == [[100, 1000, 1000]] * 4
    assert len(set(target.y)) == 1
    assert (neighbours.marker.symbol, own.marker.symbol) == ("diamond", "square")
    assert (list(own.x), list(own.y)) == ([1000.0], [50.0])
