"""How the work of each sub-group, agency or recommendation is rated."""

import pandas as pd
import plotly.graph_objects as go

from scrutiny.charts import brag, cells, counts, lanes, words
from scrutiny.charts.theme import BACKGROUND, CHARACTERS, bold, empty, stacked
from scrutiny.charts.trace import Trace, bar_trace

NONE = "There are no actions to show."


def workload(rows: pd.DataFrame, theme: str = "light") -> go.Figure:
    """One bar a name, in the order of the rows, stacked by rating, worst first.

    Columns: name, rating (may be missing: closed), actions.
    """
    table = _table(rows)
    if not table:
        return empty(NONE, theme)
    laid = lanes.lay([_label(name, by_code, theme) for name, by_code in table.items()])
    codes = [code for code in brag.CODES if any(row.get(code) for row in table.values())]
    longest = max(sum(row.values()) for row in table.values())
    drawn = lanes.figure(
        laid, theme, key=key(codes, theme), xaxis=counts.hidden(longest), barmode="stack"
    )
    for code in codes:
        drawn.add_trace(_trace(code, table, laid, theme))
    return drawn


def describe(rows: pd.DataFrame, what: str = "sub-group") -> str:
    """How many actions how many of them carry, and which has most overdue, or else at risk."""
    table = _table(rows)
    total = sum(sum(row.values()) for row in table.values())
    if not total:
        return NONE
    carried = f"{words.count(len(table), what)} {words.verb(len(table), 'has', 'have')} "
    carried += words.count(total, "action")
    for code in ("red", "amber"):
        bad = {name: row[code] for name, row in table.items() if row.get(code)}
        if bad:
            worst = _worst(bad, len(table), brag.word(code).lower())
            return words.sentence(f"{carried}{worst}")
    return words.sentence(f"{carried}; none is overdue or at risk")


def key(codes: list[str | None], theme: str) -> str:
    """The shapes and words of the ratings shown, in lines that fit a narrow screen."""
    rows: list[list[str | None]] = [[]]
    for code in codes:
        row = [*rows[-1], code]
        if len("   ".join(brag.label(each) for each in row)) > CHARACTERS:
            rows.append([])
        rows[-1].append(code)
    return "<br>".join(
        "   ".join(f"{brag.glyph(code, theme)} {brag.word(code)}" for code in row) for row in rows
    )


def _worst(bad: dict[str, int], shown: int, word: str) -> str:
    """Who has the overdue (or at risk) ones among the names shown."""
    total, most = sum(bad.values()), max(bad.values())
    names = [_quoted(name) for name, number in bad.items() if number == most]
    if shown == 1:
        return f", {total} {word}"
    if len(bad) == 1:
        return f", {total} {word}, with {names[0]}"
    if len(names) == 1:
        return f", {total} {word}; most with {names[0]}, {most}"
    return f"; {len(bad)} of them have the {total} {word}"


def _quoted(name: str) -> str:
    """The name, in quotation marks when it starts with a number and could be read as a count."""
    return f"“{name}”" if name[0].isdigit() else name


def _table(rows: pd.DataFrame) -> dict[str, dict[str | None, int]]:
    table: dict[str, dict[str | None, int]] = {}
    for row in cells.records(rows):
        by_code = table.setdefault(cells.text(row["name"]) or "none named", {})
        code = brag.code(row["rating"])
        by_code[code] = by_code.get(code, 0) + cells.number(row["actions"])
    return table


def _label(name: str, by_code: dict[str | None, int], theme: str) -> str:
    parts = [f"{brag.glyph(c, theme)} {by_code[c]}" for c in brag.CODES if by_code.get(c)]
    return f"{bold(name, CHARACTERS - 2)}<br>{'   '.join(parts) or 'no actions'}"


def _trace(
    code: str | None, table: dict[str, dict[str | None, int]], laid: lanes.Lanes, theme: str
) -> Trace:
    look = brag.look(code)
    numbers = [by_code.get(code, 0) for by_code in table.values()]
    return bar_trace(
        name=look.word,
        orientation="h",
        y=laid.middles(),
        x=numbers,
        width=[lanes.STRIP - 2] * len(numbers),
        hovertext=[
            stacked(name, f"{words.count(number, 'action')}: {look.word}")
            for name, number in zip(table, numbers, strict=True)
        ],
        hoverinfo="text",
        marker={
            "color": look.colour(theme),
            "line": {"color": BACKGROUND[theme], "width": 2},
            "pattern": counts.pattern(theme, look),
        },
    )
