"""What bears on a risk: recommendations, actions and indicators, and what they signal."""

from typing import Any

import pandas as pd

from scrutiny.charts import brag, cells, risks, tables, values, words


def asks(rows: pd.DataFrame) -> str:
    """What asks for a review, from the rows of risks/links; empty where nothing does."""
    asking = [row for row in cells.records(rows) if row["asks_review"]]
    if not asking:
        return ""
    parts = [f"the {row['about']} “{row['name']}” {_signals(row)}" for row in asking]
    return (
        f"A review is asked for, because {words.join_and(parts)}. Its score stays as people "
        "gave it."
    )


def linked(rows: pd.DataFrame) -> str:
    """How many things bear on it, and how many of them give cause for concern."""
    if rows.empty:
        return "No recommendation, action or indicator is linked to it by this day."
    of = f"{len(rows):,} {words.verb(len(rows), 'thing bears', 'things bear')} on it"
    concerns = int(rows["is_concern"].astype(bool).sum())
    if not concerns:
        return f"{of}; none is overdue or signals concern."
    both = words.verb(concerns, "is overdue or signals", "are overdue or signal")
    return f"{of}; {concerns:,} {both} concern."


def columns(as_at: object) -> tables.Columns:
    """Columns of what bears on it."""
    return {
        "What": _named(as_at),
        "Says": lambda row: tables.plain(words.capital(_signals(row))),
        "Since": _since,
        "Why it bears on it": tables.text("why"),
    }


def _named(as_at: object) -> tables.Cell:
    def show(row: dict[str, Any]) -> str:
        said = tables.plain(f"{words.capital(str(row['about']))}: {row['name']}")
        mark = f" {tables.ILLUSTRATIVE}" if row["provenance"] == "illustrative" else ""
        if row["about"] == "indicator":
            address = tables.address("indicator", as_at, indicator=str(row["name"]))
        elif not cells.missing(row["opens_rec_id"]):
            address = tables.address("recommendation", as_at, rec=str(row["opens_rec_id"]))
        else:
            return f"{said}{mark}"
        return f"[{said}]({address}){mark}"

    return show


def _since(row: dict[str, Any]) -> str:
    if cells.missing(row["concern_since"]):
        return tables.plain(risks.NOTHING)
    seen = "review asked for" if row["asks_review"] else "seen at a review"
    return tables.plain(f"{words.short_day(row['concern_since'])}, {seen}")


def _signals(row: dict[str, Any]) -> str:
    if row["about"] == "action" and cells.number(row["days_late"]):
        return f"is {words.days(row['days_late'])} overdue"
    if row["about"] != "indicator":
        return "is not overdue" if row["about"] == "action" else _rated(row)
    if cells.missing(row["period_end"]):
        return "has no figure by this day"
    figure = values.figure(row, row["unit"])
    when = values.period(row["period_start"], row["period_end"])
    return f"is {figure} ({when}){_limit(row)}"


def _rated(row: dict[str, Any]) -> str:
    return f"is rated {brag.word(row['rating']).lower()}"


def _limit(row: dict[str, Any]) -> str:
    value = cells.size(row["value"])
    parts = []
    for word, column in (("above", "warn_above"), ("below", "warn_below")):
        limit = cells.size(row[column])
        if limit is None:
            continue
        said = values.number(limit, row["unit"])
        is_past = value is not None and (value > limit if word == "above" else value < limit)
        parts.append(
            f"{word} the limit of {said}" if is_past else f"asks for a review {word} {said}"
        )
    if row["is_attention"]:
        parts.append("needs attention")
    return f", {', '.join(parts)}" if parts else ""
