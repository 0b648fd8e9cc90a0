"""A view that was seen before is shown from what was kept: nothing is asked or drawn again."""

import gc
from collections.abc import Callable, Hashable
from typing import Any

import pytest
import streamlit as st

from scrutiny import desk
from scrutiny.kept import Kept
from tests.pages.screen import DAY, FILES, visit

ROLES = {"report": "Member, Business Group", "enter": "Programme officer"}


@pytest.mark.usefixtures("built")
@pytest.mark.parametrize("page", FILES)
def test_nothing_is_made_again(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    missed: list[Hashable] = []
    get = Kept.get

    def noted(kept: Kept[Any], key: Hashable, make: Callable[[], Any]) -> Any:
        def made() -> Any:
            missed.append(key)
            return make()

        return get(kept, key, made)

    monkeypatch.setattr(Kept, "get", noted)
    asked = {"as_at": DAY} | ({"role": ROLES[page]} if page in ROLES else {})
    visit(page, asked)
    assert missed or page == "methods"
    missed.clear()
    visit(page, asked)
    assert missed == []


def test_what_new_views_made_is_put_aside_as_the_next_run_begins(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(desk, "_MANY", 1)
    st.cache_resource.clear()
    visit("data", {"as_at": DAY})
    assert gc.get_freeze_count() == 0
    visit("data", {"as_at": DAY})
    assert gc.get_freeze_count() > 0
