"""Pictures of pages: small ones, for the documentation when it is asked for."""

import os
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests.conftest import ROOT

COLOURS = 128
LARGEST = 120_000


def folder(otherwise: Path) -> Path:
    """``docs/screenshots`` when SCRUTINY_SCREENSHOTS is set, as ``make screenshots`` does."""
    if not os.environ.get("SCRUTINY_SCREENSHOTS"):
        return otherwise
    kept = ROOT / "docs" / "screenshots"
    kept.mkdir(parents=True, exist_ok=True)
    return kept


def take(page: Page, path: Path) -> Image.Image:
    """Save what is on the first screen, with few colours so that the file stays small."""
    picture = Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide")))
    few = picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    return few
