"""The ratings and the gates as words, shapes and colours: the one place that says how they look."""

from dataclasses import dataclass
from typing import Final

from scrutiny.charts import cells


@dataclass(frozen=True)
class Look:
    """How one rating reads: ``shape`` in text, ``symbol`` and ``pattern`` in Plotly."""

    word: str
    shape: str
    symbol: str
    pattern: str
    light: str
    dark: str

    def colour(self, theme: str) -> str:
        """Its colour in a theme, at least 3 to 1 against the background."""
        return self.dark if theme == "dark" else self.light


# Worst first. Each has its own word, shape and pattern, so that colour never stands alone.
RATINGS: Final[dict[str, Look]] = {
    "red": Look("Overdue", "■", "square", "x", "#B10E1E", "#FF7A7A"),
    "amber": Look("At risk", "▲", "triangle-up", "/", "#C26A00", "#FFB454"),
    "grey": Look("Not started or undated", "○", "circle-open", "-", "#7C8489", "#A5ADB4"),
    "green": Look("On track", "●", "circle", ".", "#1B8057", "#55C795"),
    "blue": Look("Signed off", "◆", "diamond", "", "#12436D", "#6CB0F2"),
}
CLOSED: Final = Look("Closed", "✕", "x-thin", "|", "#505A5F", "#D0D4D8")
CODES: Final[tuple[str | None, ...]] = (*RATINGS, None)

GATES: Final[dict[str, str]] = {
    "sub_group": "Sub-group",
    "business_group": "Business Group",
    "board": "Board",
}


def code(rating: object) -> str | None:
    """The rating of a cell, or None when it is missing. Raises ValueError for an unknown one."""
    if cells.missing(rating):
        return None
    if rating not in RATINGS:
        raise ValueError(f"unknown rating {rating!r}; known are {', '.join(RATINGS)}")
    return str(rating)


def look(rating: object) -> Look:
    """How a rating looks; a missing one is Closed. Raises ValueError for an unknown one."""
    found = code(rating)
    return CLOSED if found is None else RATINGS[found]


def word(rating: object) -> str:
    """``Overdue``."""
    return look(rating).word


def label(rating: object) -> str:
    """``■ Overdue``."""
    found = look(rating)
    return f"{found.shape} {found.word}"


def glyph(rating: object, theme: str) -> str:
    """The shape in its colour, for text inside a figure."""
    found = look(rating)
    return f'<span style="color:{found.colour(theme)}">{found.shape}</span>'


def gate(cell: object) -> str:
    """Who must move next, in words; a dash when nobody must. Raises ValueError if unknown."""
    if cells.missing(cell):
        return "—"
    if cell not in GATES:
        raise ValueError(f"unknown gate {cell!r}; known are {', '.join(GATES)}")
    return GATES[str(cell)]
