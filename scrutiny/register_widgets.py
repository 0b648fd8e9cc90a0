"""The widgets of a form, one for each field of the contract."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from scrutiny import access, session
from scrutiny.charts import tables, words
from scrutiny.people import BODIES

if TYPE_CHECKING:
    from scrutiny.fields import Field
    from scrutiny.filters import Chosen

_DAYS = (date(1990, 1, 1), date(2099, 12, 31))
About = tuple[str, str]
"""The table and key of what the form is about."""


def answers(
    fields: Sequence[Field],
    key: str,
    chosen: Chosen,
    about: About,
    given: Mapping[str, object],
) -> dict[str, object]:
    """Draws the fields and gives what stands in them, by column; what is seldom needed is folded.

    ``given`` is what each holds at first; ``key`` is the form's own.
    """

    def drawn(asked: Iterable[Field]) -> dict[str, object]:
        return {
            field.name: _drawn(field, f"{key}_{field.name}", chosen, about, given.get(field.name))
            for field in asked
        }

    found = drawn(field for field in fields if not field.is_aside)
    if aside := [field for field in fields if field.is_aside]:
        with st.expander("More, where there is more to say", key=f"{key}_more"):
            found |= drawn(aside)
    return found


def titles(table: str, chosen: Chosen, about: About = ("", "")) -> dict[str, str]:
    """What may be referred to in a table on the day, in plain text, by key."""
    rows = session.ask("entries/choices", chosen, table=table, about=about[0], about_key=about[1])
    return dict(zip(rows["key"], rows["title"], strict=True))


def _drawn(field: Field, key: str, chosen: Chosen, about: About, value: object) -> object:
    label, help_ = tables.plain(field.shown), _help(field)
    if field.widget == "choice":
        return _choice(field, key, chosen, about, value)
    if field.widget == "flag":
        return st.checkbox(label, bool(value), key=key, help=help_)
    if field.widget == "day":
        return _day(field, key, chosen, value)
    if field.widget in ("whole", "number"):
        return _number(field, key, value)
    draw = st.text_area if field.widget == "text" else st.text_input
    return draw(label, str(value or ""), key=key, help=help_)


def _help(field: Field) -> str | None:
    return None if field.more is None else tables.plain(field.more)


def _day(field: Field, key: str, chosen: Chosen, value: object) -> object:
    is_about = field.name == "effective_on"
    first = date.fromisoformat(str(value)[:10]) if value else chosen.as_at if is_about else None
    return st.date_input(
        tables.plain(field.shown),
        first,
        *(_DAYS if not is_about else (_DAYS[0], max(chosen.as_at, first or chosen.as_at))),
        key=key,
        format="DD/MM/YYYY",
        help=_help(field),
    )


def _number(field: Field, key: str, value: object) -> object:
    label, help_ = tables.plain(field.shown), _help(field)
    if field.widget == "whole":
        whole = None if value is None else int(str(value))
        return st.number_input(label, field.low, field.high, whole, step=1, key=key, help=help_)
    number = None if value is None else float(str(value))
    return st.number_input(label, value=number, step=1.0, key=key, help=help_)


def _choice(field: Field, key: str, chosen: Chosen, about: About, value: object) -> object:
    named = _options(field, chosen, about)
    label, help_ = tables.plain(field.shown), _help(field)
    if field.many:
        first = [member for member in value if member in named] if isinstance(value, list) else []
        return st.multiselect(
            label, list(named), first, partial(_named, named), key=key, help=help_
        )
    keys = list(named)
    return st.selectbox(
        label,
        keys,
        _first(field, keys, value),
        partial(_named, named),
        key=key,
        help=help_,
        placeholder="Choose",
    )


def _first(field: Field, keys: Sequence[str], value: object) -> int | None:
    """Where the choice stands at first: at what is given, or at the only one there is."""
    if value in keys:
        return keys.index(str(value))
    return 0 if field.required and len(keys) == 1 else None


def _options(field: Field, chosen: Chosen, about: About) -> dict[str, str]:
    if field.words:
        return {word: field.says.get(word) or words.capital(word) for word in field.words}
    kind = BODIES.get(access.current().role)
    if field.table == "meeting" and kind:
        held = session.ask("report/meetings", chosen, kind=kind)
        return dict(zip(held["meeting_id"], held["title"], strict=True))
    return titles(field.table, chosen, about)


def _named(labels: Mapping[str, str], value: str) -> str:
    return labels.get(value, value)
