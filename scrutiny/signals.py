"""Process limits and signals of every series that is long enough, while a warehouse is built."""

from collections.abc import Mapping, Sequence

import duckdb
import pandas as pd

from scrutiny import spc
from scrutiny.problems import Problem

Reference = Mapping[str, Sequence[Mapping[str, object]]]

# The board's own series are worked out as they were known at the end of each period, so that no
# limit on a past day knows of what came after; of other areas only the whole series is kept.
_SERIES = """
    with regular as (
        select
            o.indicator_id, o.breakdown, o.area_code, o.period_start, o.period_end, o.value,
            i.polarity, a.area_name = $place as is_own,
            max(o.period_end) over (
                partition by o.indicator_id, o.breakdown, o.area_code
            ) as last_end
        from observation as o
        inner join indicator as i on o.indicator_id = i.indicator_id
        inner join area as a on o.area_code = a.area_code
        where i.frequency in ('monthly', 'quarterly')
    )
    select
        r.* exclude (last_end),
        k.period_end as known_to,
        cast(dense_rank() over (
            order by r.indicator_id, r.breakdown, r.area_code, k.period_end
        ) - 1 as integer) as series
    from regular as r
    inner join regular as k
        on r.indicator_id = k.indicator_id and r.breakdown = k.breakdown
        and r.area_code = k.area_code and r.period_end <= k.period_end
        and (k.is_own or k.period_end = k.last_end)
    order by series, r.period_end
"""


# annual shares of the own area; a year that does not follow the one before is a gap
_SHARES = """
    select
        o.indicator_id, o.breakdown, o.period_end, o.numerator, o.denominator,
        coalesce(o.period_start != lag(o.period_end) over series + 1
            and o.period_end != cast(
                lag(o.period_end) over series + interval 1 day + interval 1 year - interval 1 day
                as date), false) as gap,
        (
            select count(*) from series_break as b
            where b.indicator_id = o.indicator_id and b.kind = 'break'
                and b.on_day <= o.period_start
        ) as part
    from observation as o
    inner join indicator as i on o.indicator_id = i.indicator_id
    inner join area as a on o.area_code = a.area_code
    where i.frequency = 'annual' and i.unit = '%' and a.area_name = $place
        and o.numerator is not null and o.denominator >= o.numerator
    window series as (partition by o.indicator_id, o.breakdown order by o.period_end)
    order by o.indicator_id, o.breakdown, o.period_end
"""
_COLUMNS = {
    "signal": "indicator_id, breakdown, area_code, known_to, period_end, points, part, mean, lower,"
    " upper, point, rules",
    "trend": "indicator_id, breakdown, period_end, direction, p",
}


def misplaced(dataset: duckdb.DuckDBPyConnection, reference: Reference) -> list[Problem]:
    """Targets and rebases of no known indicator, and rebases on a day that begins no period."""
    known = {key for (key,) in dataset.execute("select indicator_id from indicator").fetchall()}
    begun = set(
        dataset.execute(
            "select o.indicator_id, o.period_start from observation as o"
            " inner join area as a on o.area_code = a.area_code where a.area_name = $place",
            {"place": _place(reference)},
        ).fetchall()
    )
    problems = [
        Problem(f"{table}.csv", number, "indicator_id", str(row["indicator_id"]), _NO_INDICATOR)
        for table in ("targets", "rebases")
        for number, row in enumerate(reference[table], 2)
        if known and row["indicator_id"] not in known
    ]
    return problems + [
        Problem("rebases.csv", number, "from_on", str(row["from_on"]), _NO_PERIOD)
        for number, row in enumerate(reference["rebases"], 2)
        if row["indicator_id"] in known and (row["indicator_id"], row["from_on"]) not in begun
    ]


_NO_INDICATOR = "No row of published/indicators.csv has this indicator_id: correct it."
_NO_PERIOD = "No period of the series begins on this day: give the first day of one that is in it."


def fill(dataset: duckdb.DuckDBPyConnection, reference: Reference) -> None:
    """Works out the tables signal and trend from the observations and the board's rebases."""
    place = _place(reference)
    _insert(dataset, "signal", _signals(dataset.execute(_SERIES, {"place": place}).df(), reference))
    _insert(dataset, "trend", _trends(dataset.execute(_SHARES, {"place": place}).df()))


def _signals(rows: pd.DataFrame, reference: Reference) -> pd.DataFrame:
    if rows.empty:
        return rows
    rebased = {(row["indicator_id"], row["from_on"]) for row in reference["rebases"]}
    pairs = zip(rows["indicator_id"], rows["period_start"].dt.date, strict=True)
    found = spc.xmr_many(
        rows["value"].to_numpy(),
        rows["series"].to_numpy(),
        better=rows["polarity"].to_numpy(),
        rebase=[pair in rebased for pair in pairs] if rebased else None,
    )
    rows["points"] = rows.groupby("series")["value"].transform("count")
    rows["rules"] = spc.RULES
    rows = rows.join(found[["group", "mean", "lower", "upper", "point"]])
    rows = rows.rename(columns={"group": "part"})
    # Where nearly all values are the same, screening leaves limits of no width, which would call
    # every point special: such rare counts have no limits of this kind.
    part = rows.groupby(["series", "part"])["value"]
    is_mixed = part.transform("min") != part.transform("max")
    useless = is_mixed & (rows["lower"] == rows["upper"])
    rows.loc[useless, ["lower", "upper", "point"]] = None
    return rows[rows["value"].notna()]


def _trends(rows: pd.DataFrame) -> pd.DataFrame:
    found: list[dict[str, object]] = []
    for (indicator, breakdown), series in rows.groupby(["indicator_id", "breakdown"]):
        whole = series.reset_index(drop=True)
        for end in range(spc.TREND_POINTS, len(whole) + 1):
            years = whole.iloc[end - spc.TREND_POINTS : end]
            # five years in a row, and none of them on another side of a break
            if years["gap"].iloc[1:].any() or years["part"].nunique() > 1:
                continue
            trend = spc.recent_trend(years["numerator"].to_numpy(), years["denominator"].to_numpy())
            if trend.p is not None:
                found.append(
                    {
                        "indicator_id": indicator,
                        "breakdown": breakdown,
                        "period_end": years["period_end"].iloc[-1],
                        "direction": trend.direction,
                        "p": trend.p,
                    }
                )
    return pd.DataFrame(found)


def _insert(dataset: duckdb.DuckDBPyConnection, table: str, rows: pd.DataFrame) -> None:
    if rows.empty:
        return
    dataset.register("worked_out", rows)
    dataset.execute(f"insert into {table} by name select {_COLUMNS[table]} from worked_out")
    dataset.unregister("worked_out")


def _place(reference: Reference) -> object:
    return next(row["value"] for row in reference["board_setting"] if row["setting"] == "place")
