"""Ratings and gates: a word and a shape for each, and colours that can be seen."""

import itertools
import tomllib

import pytest

from scrutiny.charts import brag, theme
from tests.source import ROOT
from tests.test_theme import contrast

THEMES = ("light", "dark")
LOOKS = [brag.look(code) for code in brag.CODES]


@pytest.mark.parametrize("part", ["word", "shape", "symbol", "pattern", "light", "dark"])
def test_no_two_ratings_look_alike(part: str) -> None:
    assert len({getattr(look, part) for look in LOOKS}) == len(LOOKS)


def test_the_ratings_are_those_of_the_contract() -> None:
    contract = (ROOT / "data/schema/1_reference.sql").read_text(encoding="utf-8")
    known = contract.split("insert into rating_state values")[1].split(";\n")[0]
    assert all(f"('{code}', " in known for code in brag.RATINGS)
    assert known.count("\n(") == len(brag.RATINGS)


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("blue", "◆ Signed off"),
        ("red", "■ Overdue"),
        ("amber", "▲ At risk"),
        ("green", "● On track"),
        ("grey", "○ Not started or undated"),
        (None, "✕ Closed"),
        (float("nan"), "✕ Closed"),
    ],
)
def test_a_rating_has_a_shape_and_a_word(code: object, label: str) -> None:
    assert brag.label(code) == label


def test_an_unknown_rating_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown rating 'purple'"):
        brag.look("purple")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("sub_group", "Sub-group"),
        ("business_group", "Business Group"),
        ("board", "Board"),
        (None, "—"),
    ],
)
def test_gates(code: object, said: str) -> None:
    assert brag.gate(code) == said


def test_an_unknown_gate_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown gate 'cabinet'"):
        brag.gate("cabinet")


@pytest.mark.parametrize("name", THEMES)
def test_the_background_is_that_of_the_page(name: str) -> None:
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert settings["theme"][name]["backgroundColor"] == theme.BACKGROUND[name]


@pytest.mark.parametrize(("name", "look"), list(itertools.product(THEMES, LOOKS)))
def test_every_rating_stands_out_from_the_background(name: str, look: brag.Look) -> None:
    """Neighbours in a stack are parted by a line in the background's colour."""
    assert contrast(look.colour(name), theme.BACKGROUND[name]) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_lines_and_text_stand_out_from_the_background(name: str) -> None:
    ground = theme.BACKGROUND[name]
    assert min(contrast(colour, ground) for colour in theme.PALETTE[name]) >= 3
    assert contrast(theme.QUIET[name], ground) >= 4.5
    assert contrast(theme.TEXT[name], ground) >= 4.5
