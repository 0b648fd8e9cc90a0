"""When all that is agreed may be complete, as a range: words, key and shaded area."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from scrutiny.charts import cells, words
from scrutiny.charts.theme import CHARACTERS, PALETTE, wrap
from scrutiny.charts.trace import Trace, scatter_trace


@dataclass(frozen=True)
class Forecast:
    """First and last likely day; ``latest`` is None when the slow pace never gets there."""

    earliest: date
    latest: date | None
    remaining: int | None


def read(rows: pd.DataFrame) -> Forecast | None:
    """The forecast of the one row (remaining, earliest_on, latest_on), or None without a day."""
    for row in cells.records(rows):
        earliest = cells.day(row["earliest_on"])
        if earliest is not None:
            return Forecast(
                earliest, cells.day(row["latest_on"]), cells.whole(row.get("remaining"))
            )
    return None


def clause(rows: pd.DataFrame) -> str:
    """The forecast as the end of a sentence, or why there is none."""
    coming = read(rows)
    if coming is None:
        if not rows.empty and cells.whole(rows["remaining"].iloc[0]) == 0:
            return "nothing more is owed"
        return "there is too little history to forecast the rest"
    if coming.latest is None:
        return f"at recent pace the rest finish on {words.day(coming.earliest)} at the earliest"
    if coming.latest == coming.earliest:
        return f"at recent pace the rest finish on {words.day(coming.latest)}"
    days = f"{words.day(coming.earliest)} and {words.day(coming.latest)}"
    return f"at recent pace the rest finish between {days}"


def key(coming: Forecast, theme: str) -> str:
    """What the shaded area means, wrapped for a narrow screen."""
    days = words.short_day(coming.earliest)
    if coming.latest is None:
        days += " at the earliest"
    elif coming.latest > coming.earliest:
        days += f" to {words.short_day(coming.latest)}"
    shown = wrap(f"◢ if recent pace holds, all complete {days}", CHARACTERS)
    return shown.replace("◢", f'<span style="color:{PALETTE[theme][0]}">◢</span>')


def area(coming: Forecast, last: tuple[date, int], agreed: int, edge: date, theme: str) -> Trace:
    """From the last count complete up to all done; open to ``edge`` without a latest day.

    All done is what remains on top of what is complete: work closed without implementing was
    agreed and will never be complete.
    """
    goal = agreed if coming.remaining is None else last[1] + coming.remaining
    corners = [last, (coming.earliest, goal)]
    if coming.latest is None:
        corners += [(edge, goal), (edge, last[1])]
    else:
        corners += [(coming.latest, goal)]
    corners.append(last)
    red, green, blue = (int(PALETTE[theme][0][i : i + 2], 16) for i in (1, 3, 5))
    return scatter_trace(
        name="if recent pace holds",
        mode="lines",
        x=[on.isoformat() for on, _ in corners],
        y=[number for _, number in corners],
        fill="toself",
        fillcolor=f"rgba({red},{green},{blue},0.22)",
        line={"color": PALETTE[theme][0], "width": 1.5, "dash": "dash"},
        hoverinfo="skip",
    )
