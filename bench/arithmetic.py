"""Medians, ratios and tables: everything that is worked out from the measurements."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Pair:
    """The same thing measured on the dashboard and on its bare twin, in seconds."""

    real: tuple[float, ...]
    bare: tuple[float, ...]

    @property
    def real_ms(self) -> float:
        """Median of the dashboard in milliseconds."""
        return median(self.real) * 1000

    @property
    def bare_ms(self) -> float:
        """Median of the twin in milliseconds."""
        return median(self.bare) * 1000

    @property
    def ratio(self) -> float:
        """Median of the dashboard over median of the twin."""
        return median(self.real) / median(self.bare)

    def said(self) -> str:
        """``212 / 140 = 1.51``, in milliseconds."""
        return f"{self.real_ms:.0f} / {self.bare_ms:.0f} = {self.ratio:.2f}"


def pair(real: Sequence[float], bare: Sequence[float]) -> Pair:
    """Raises ValueError when either was never measured."""
    if not real or not bare:
        raise ValueError("nothing was measured")
    return Pair(tuple(real), tuple(bare))


def spread(values: Sequence[float]) -> str:
    """``180 to 240``: the lowest and the highest, in milliseconds."""
    return f"{min(values) * 1000:.0f} to {max(values) * 1000:.0f}"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table: the first column to the left, numbers to the right."""
    line = ["---", *("---:" for _ in heads[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in [heads, line, *rows])
