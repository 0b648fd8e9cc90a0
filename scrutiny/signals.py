"""Process limits and signals of every series that is long enough, while a warehouse is built."""

from collections.abc import Mapping, Sequence

import duckdb
import pandas as pd

from scrutiny import queries, spc
from scrutiny.papers import Board
from scrutiny.problems import Problem

Reference = Mapping[str, Sequence[Mapping[str, object]]]

_COLUMNS = {
    "signal": "indicator_id, breakdown, area_code, is_own, known_to, period_end, points, is_trial,"
    " part, mean, lower, upper, point, rules",
    "trend": "indicator_id, breakdown, period_end, direction, p",
}


def misplaced(dataset: duckdb.DuckDBPyConnection, reference: Reference) -> list[Problem]:
    """Targets and rebases of no known indicator, and rebases on a day that begins no period."""
    known = {key for (key,) in dataset.execute("select indicator_id from indicator").fetchall()}
    begun = set(
        dataset.execute(
            "select o.indicator_id, o.period_start from observation as o"
            " inner join indicator as i on o.indicator_id = i.indicator_id"
            " where o.area_code in (select area_code from own_area) and i.frequency != 'annual'"
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


def unknown(dataset: duckdb.DuckDBPyConnection, board: Board) -> list[Problem]:
    """Entries of the board's papers that name an indicator which is not published."""
    known = {key for (key,) in dataset.execute("select indicator_id from indicator").fetchall()}
    return [
        Problem(f"{entry.kind}.csv", line, "indicator_id", str(named), _NO_INDICATOR)
        for entry, line in zip(board.entries, board.lines, strict=True)
        if known and (named := entry.body.get("indicator_id")) is not None and named not in known
    ]


_NO_INDICATOR = "No row of published/indicators.csv has this indicator_id: correct it."
_NO_PERIOD = (
    "No month or quarter of the series begins on this day: give the first day of one that is in "
    "it. Annual figures have no limits to begin anew."
)


def fill(dataset: duckdb.DuckDBPyConnection, reference: Reference) -> None:
    """Works out missing_period, signal and trend from the observations and the board's rebases."""
    dataset.execute(f"insert into missing_period {queries.find('derived/missing_period').sql}")
    series = dataset.execute(queries.find("derived/regular_series").sql).df()
    shares = dataset.execute(queries.find("derived/annual_shares").sql).df()
    _insert(dataset, "signal", _signals(series, reference))
    _insert(dataset, "trend", _trends(shares))


def judged(rows: pd.DataFrame) -> pd.DataFrame:
    """Series that were not there when the warehouse was built, with their limits and signals.

    Columns: series (a number for each), indicator_id, period_start, period_end, value, polarity;
    added are part, mean, lower, upper, point, points, is_trial and rules, as in the table signal.
    """
    if rows.empty:
        return rows
    return _signals(rows.copy(), {"rebases": []})


def funnelled(rows: pd.DataFrame) -> pd.DataFrame:
    """Authorities beside the limits that one of their size may vary within.

    Columns: unit, numerator, denominator, is_own. Added are target (all authorities together),
    lower95, upper95, lower998 and upper998, in the unit; outside: "95", "998" or ""; points, how
    many authorities have a place; and rules. No limits (NaN) unless the board's own area has both
    numbers and the unit is a share or a rate.
    Shares are proportions; a rate is a ratio of what was counted to what is expected of the size.
    Limits allow for more variation between authorities than chance gives (see ``spc.funnel``).
    """
    scale = _SCALES.get(str(rows["unit"].iloc[0])) if not rows.empty else None
    there = rows["numerator"].notna() & (rows["denominator"] > 0)
    if scale is None or not (there & rows["is_own"].astype(bool)).any():
        blank = dict.fromkeys(("target", *_LIMITS), float("nan"))
        return rows.assign(**blank, outside="", points=0, rules="")
    top, bottom = rows["numerator"].where(there), rows["denominator"].where(there)
    kind, factor = scale
    if kind == "ratio":
        overall = top.sum() / bottom.sum()
        bottom, factor = bottom * overall, factor * overall
    found = spc.funnel(top.to_numpy(), bottom.to_numpy(), kind=kind, overdispersion=True)
    found.index = rows.index
    lines = found[["target", *_LIMITS]] * factor
    return rows.join(lines).assign(
        outside=found["outside"], points=int(there.sum()), rules=spc.FUNNEL_RULES
    )


_SCALES = {"%": ("proportion", 100.0), "per 10,000": ("ratio", 10_000.0)}
_LIMITS = ("lower95", "upper95", "lower998", "upper998")


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
    rows = rows.join(found[["group", "mean", "lower", "upper", "point"]])
    rows = rows.rename(columns={"group": "part"})
    part = rows.groupby(["series", "part"])["value"]
    # a rebase begins anew: what lies before it says nothing of what is usual since
    rows["points"] = part.transform("count")
    rows["is_trial"] = rows["points"] < spc.MIN_POINTS
    rows["rules"] = spc.RULES
    # Where nearly all values are the same, screening leaves limits of no width, which would call
    # every point special: such rare counts have no limits of this kind.
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
