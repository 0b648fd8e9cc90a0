"""The colours of .streamlit/config.toml can be read by everybody, in both themes."""

import tomllib

import pytest

from tests.source import ROOT

THEMES = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
HUES = ("red", "orange", "yellow", "green", "blue", "violet", "gray")
READABLE = 4.5  # WCAG 2.2, 1.4.3
VISIBLE = 3.0  # WCAG 2.2, 1.4.11


def brightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG, from 1 to 21."""
    darker, lighter = sorted((brightness(one), brightness(other)))
    return (lighter + 0.05) / (darker + 0.05)


def grounds(theme: dict) -> list[str]:
    return [
        part[key]
        for part in (theme, theme["sidebar"])
        for key in ("backgroundColor", "secondaryBackgroundColor")
    ]


@pytest.fixture(params=["light", "dark"])
def theme(request: pytest.FixtureRequest) -> dict:
    return THEMES[request.param]


def test_black_on_white_is_the_most_there_is() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("key", ["textColor", "linkColor", "codeTextColor"])
def test_text_reads_on_every_ground(theme: dict, key: str) -> None:
    assert min(contrast(theme[key], ground) for ground in grounds(theme)) >= READABLE


@pytest.mark.parametrize("hue", HUES)
def test_a_badge_reads_on_its_own_ground(theme: dict, hue: str) -> None:
    assert contrast(theme[f"{hue}TextColor"], theme[f"{hue}BackgroundColor"]) >= READABLE


@pytest.mark.parametrize("hue", HUES)
def test_coloured_words_read_on_every_ground(theme: dict, hue: str) -> None:
    assert min(contrast(theme[f"{hue}TextColor"], ground) for ground in grounds(theme)) >= READABLE


def test_white_reads_on_the_primary_colour(theme: dict) -> None:
    assert contrast("#ffffff", theme["primaryColor"]) >= READABLE


def test_the_edge_of_a_control_can_be_seen(theme: dict) -> None:
    sides = (theme["backgroundColor"], theme["sidebar"]["backgroundColor"])
    assert min(contrast(theme["borderColor"], side) for side in sides) >= VISIBLE
