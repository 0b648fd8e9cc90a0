"""The form of every register: what may be entered on a page, by whom, and saving it once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from scrutiny import (
    access,
    drafts,
    fields,
    forms,
    register_drafts,
    register_recording,
    register_rights,
    register_widgets,
    session,
)
from scrutiny.charts import entries, tables
from scrutiny.contract import Contract
from scrutiny.people import BODIES
from scrutiny.tasks import PAGES, Task

if TYPE_CHECKING:
    from scrutiny.fields import Field
    from scrutiny.filters import Chosen
    from scrutiny.journal import Entry, Journal
    from scrutiny.people import Person
    from scrutiny.warehouse import Warehouse

_NUMBERED: Mapping[str, tuple[str, ...]] = {"risk": ("position",), "setting": ("setting_id",)}
"""What numbers something new, which is not for somebody to choose."""

Make = Callable[[drafts.Pen, dict[str, object]], "Entry"]


def enter(page: str, chosen: Chosen, key: str = "", head: str = "Enter") -> None:
    """Draws what this reader may enter on a page, if anything, and saves what they send.

    ``key`` is that of what the page is about, such as its risk; otherwise it is chosen here.
    """
    forms.saved()
    person = access.current()
    offered = {task.label: task for task in PAGES[page] if _may(person, task, key)}
    if not offered:
        return
    st.header(head)
    if not forms.is_open(chosen.as_at, chosen):
        return
    label = st.selectbox(
        "What to enter", list(offered), None, key=f"enter_{page}_{key}", placeholder="Choose"
    )
    if label is None:
        return
    task = offered[label]
    about = register_rights.about(task.kind, key)
    if task.kind in register_rights.SUBJECT and not key:
        chosen_key = _subject(person, task, about[0], chosen)
        if chosen_key is None:
            return
        about = (about[0], chosen_key)
    _form(person, task, about, chosen)


def _may(person: Person, task: Task, key: str) -> bool:
    if not register_rights.takes(person, task.kind, task.by):
        return False
    if person.role != "chair" or task.kind == "audit":
        return True
    return bool(_owned(person, *register_rights.about(task.kind, key)))


def _owned(person: Person, table: str, key: str) -> set[str]:
    """The keys in a table, or the one, that this chair's sub-groups own."""
    rows = session.ask("entries/owners", about=table, about_key=key)
    return set(rows["about_key"][rows["group_id"].isin(person.group_ids)])


def _subject(person: Person, task: Task, table: str, chosen: Chosen) -> str | None:
    """Draws the choice of what the entry is about."""
    titles = register_widgets.titles(table, chosen)
    if person.role == "chair":
        own = _owned(person, table, "")
        titles = {key: title for key, title in titles.items() if key in own}
    column = register_rights.SUBJECT[task.kind]
    label = tables.plain(fields.label(task.kind, column))
    chosen_key: str | None = st.selectbox(
        label,
        list(titles),
        None,
        lambda key: titles.get(key, key),
        key=f"about_{task.label}",
        placeholder="Choose",
    )
    return chosen_key


def _form(person: Person, task: Task, about: register_widgets.About, chosen: Chosen) -> None:
    last = session.ask("entries/last", about=about[0], about_key=about[1]).iloc[0]
    is_kind = about[0] in Contract.read().kinds
    if is_kind and not forms.is_open(last["last_known_on"].date(), chosen):
        return
    asked = fields.fields(
        task.kind,
        task.fields,
        (*task.fixed, register_rights.SUBJECT.get(task.kind, "")),
        task.needs,
    )
    asked = [replace(field, words=task.words.get(field.name, field.words)) for field in asked]
    if task.kind == "audit" and person.role == "chair":
        asked = [_own(person, field, chosen) for field in asked]
    given = _first(task, chosen)
    slot = f"form_{person.person_id}_{task.label}_{about[1]}"
    ask = partial(register_widgets.answers, asked, chosen=chosen, about=about, given=given)
    said: dict[str, object] = {**task.fixed}
    if column := register_rights.SUBJECT.get(task.kind):
        said[column] = about[1]
    said |= {name: given[name] for name in _NUMBERED.get(task.kind, ())}

    def make(pen: drafts.Pen, typed: dict[str, object]) -> Entry:
        by = _by(person, task, about, typed)
        return register_drafts.entry(replace(pen, by_group_id=by), task.kind, said | typed)

    send(person, slot, int(last["last_seq"]), task.label, ask, make, chosen)


def _own(person: Person, field: Field, chosen: Chosen) -> Field:
    """The field, with a chair's own sub-groups as the only ones that may lead."""
    if field.name != "lead_group_id":
        return field
    says = register_widgets.titles("org_group", chosen)
    return replace(field, words=person.group_ids, says=says)


def _first(task: Task, chosen: Chosen) -> dict[str, object]:
    """What fields hold at first: the next place in a list, the current year, the day itself."""
    given: dict[str, object] = {"start_on": chosen.as_at}
    if task.kind in ("recommendation", "risk"):
        rows = session.ask("entries/next_position", table=task.kind)
        given["position"] = int(rows["position"].iloc[0])
    if task.kind == "setting":
        rows = session.ask("entries/next_setting", kind=task.fixed["setting_kind"])
        given["setting_id"] = str(rows["setting_id"].iloc[0])
    if task.kind in ("audit", "setting_step"):
        years = session.ask("entries/years", chosen).iloc[0].dropna()
        given |= {str(name): year for name, year in years.items()}
    return given


def send(
    person: Person,
    slot: str,
    last: int,
    label: str,
    ask: Callable[..., dict[str, object]],
    make: Make,
    chosen: Chosen,
) -> None:
    """Draws one form and saves what is sent, once.

    ``slot`` names the form, ``last`` is the number of the last entry that it shows; ``ask`` draws
    its fields under a key, and ``make`` turns what was typed into an entry.
    """

    def write(
        store: Warehouse, journal: Journal, key: str, seen: int, typed: dict[str, object]
    ) -> object:
        entry = make(forms.pen(person, "", key, chosen), typed)
        return register_recording.record(store, journal, person, entry, key, seen)

    forms.send(slot, last, label, lambda key: ask(key=key), write, lambda _: entries.OVERTAKEN)


def _by(person: Person, task: Task, about: register_widgets.About, typed: dict[str, object]) -> str:
    """The body that the entry is by."""
    if "by_group_id" in typed:
        return str(typed["by_group_id"] or "")
    if person.role in BODIES:
        return forms.body(person.gate)
    if task.kind == "audit":
        return str(typed.get("lead_group_id") or "")
    owners = list(session.ask("entries/owners", about=about[0], about_key=about[1])["group_id"])
    own = [group for group in owners if person.role != "chair" or group in person.group_ids]
    return str(own[0]) if own else ""
