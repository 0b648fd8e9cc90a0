"""Labels at the right end of lines, kept from covering one another."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from scrutiny.charts import theme


@dataclass(frozen=True)
class End:
    """One label: harmless wrapped text, and the value at which its line ends."""

    html: str
    value: float


def labels(ends: Sequence[End], highest: float, pixels: int) -> list[dict[str, Any]]:
    """Annotations right of a plot ``pixels`` high whose axis runs from 0 to ``highest``."""
    sizes = [theme.lines(end.html) * theme.LINE for end in ends]
    wanted = [pixels * (1 - end.value / highest) for end in ends]
    return [
        theme.note(end.html, x=1, y=1 - middle / pixels, xshift=6, yanchor="middle")
        for end, middle in zip(ends, spread(wanted, sizes, pixels), strict=True)
    ]


def spread(wanted: Sequence[float], sizes: Sequence[int], room: float) -> list[float]:
    """Middles near those wanted (pixels from the top) so that none of the given sizes overlap.

    They keep their order; of equal ones the first is lowest, as in a stack. Where ``room`` is too
    small for all, some run past the top.
    """
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], -i))
    middles = dict(enumerate(wanted))
    top = 0.0
    for i in order:
        middles[i] = max(middles[i], top + sizes[i] / 2)
        top = middles[i] + sizes[i] / 2
    foot = room
    for i in reversed(order):
        middles[i] = min(middles[i], foot - sizes[i] / 2)
        foot = middles[i] - sizes[i] / 2
    return [middles[i] for i in range(len(wanted))]
