"""From a form of a register to the journal: rights, what may be referred to, then append."""

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from scrutiny import correcting, fields, register_rights, subjects
from scrutiny.contract import Contract
from scrutiny.journal import Entry, Journal
from scrutiny.people import BODIES, Person
from scrutiny.recording import Overtaken, Refused, append
from scrutiny.register_rights import About
from scrutiny.warehouse import Warehouse


def record(
    store: Warehouse, journal: Journal, person: Person, entry: Entry, key: str, seen: int
) -> list[int]:
    """Appends one entry on a register, or a correction of any entry; its number.

    With an opening of a closed session that is taken back go the others of what was heard together.
    ``seen`` is the number of the last entry about the same thing that the form showed. The same
    ``key`` again appends nothing. Raises Refused, in the words of the form, Overtaken,
    JournalUnavailable.
    """
    entries = [entry, *_fallen(store, person, entry)]
    try:
        return append(store, journal, entries, key, partial(_refused, store, person, entry, seen))
    except Refused as refused:
        said = [fields.in_words(entry.kind, reason) for reason in refused.reasons]
        raise Refused(list(dict.fromkeys(said))) from refused


def opened_with(store: Warehouse, person: Person, number: int) -> list[tuple[int, str]]:
    """Number and recommendation of each opening that falls when this one is taken back."""
    rows = store.ask("entries/opened_with", person.closed_rec_ids, number=number)
    return [
        (int(seq), str(rec_id)) for seq, rec_id in zip(rows["seq"], rows["rec_id"], strict=True)
    ]


def _fallen(store: Warehouse, person: Person, entry: Entry) -> list[Entry]:
    if entry.kind != "retraction" or entry.corrects is None:
        return []
    key = str(entry.body["retraction_id"])
    return [
        replace(entry, body={**entry.body, "retraction_id": f"{key}-{number}"}, corrects=number)
        for number, _ in opened_with(store, person, entry.corrects)
    ]


def _refused(store: Warehouse, person: Person, entry: Entry, seen: int) -> list[str]:
    if entry.corrects is not None:
        was = corrected(store, person, entry.corrects)
        if reasons := list(correcting.objections(person, entry, was)):
            return reasons
        return list(_unknown(store, person, entry))
    if not register_rights.takes(person, entry.kind):
        return [why] if (why := register_rights.refusal(person, entry, About((), {}))) else []
    if reasons := list(_unknown(store, person, entry)):
        return reasons
    table, subject = register_rights.subject(entry)
    if why := register_rights.refusal(person, entry, _about(store, person, entry)):
        return [why]
    if table and table in Contract.read().kinds:
        asked = {"about": table, "about_key": subject}
        last = int(store.ask("entries/last", person.closed_rec_ids, **asked)["last_seq"].iloc[0])
        if last > seen:
            raise Overtaken(last)
    return []


def corrected(store: Warehouse, person: Person, number: int) -> dict[str, Any] | None:
    """The entry of this number as entries/one has it, its body a mapping; None where unseen."""
    rows = store.ask("entries/one", person.closed_rec_ids, number=number)
    if rows.empty:
        return None
    row: dict[str, Any] = {str(name): value for name, value in rows.iloc[0].items()}
    return row | {"body": json.loads(row["body"]), "is_void": bool(rows["void_on"].notna().iloc[0])}


def _about(store: Warehouse, person: Person, entry: Entry) -> About:
    table, subject = register_rights.subject(entry)
    asked = {"about": table, "about_key": subject}
    owners = tuple(store.ask("entries/owners", person.closed_rec_ids, **asked)["group_id"])
    if entry.kind == "audit":  # a new one says itself who answers for it
        owners = (str(entry.body.get("lead_group_id")),)
    bodies = {
        role: tuple(store.ask("report/body", kind=kind)["group_id"])
        for role, kind in BODIES.items()
    }
    if entry.kind != "review_update":
        return About(owners, bodies, _entered_by(store, person, entry))
    moved = store.ask("entries/hands", person.closed_rec_ids, action=subject)
    hands = dict(zip(moved["to_delivery"], moved["entered_by"], strict=True))
    met = subjects.meetings(store, person, entry.effective_on)
    return About(owners, bodies, hands=hands, meetings=met)


def _entered_by(store: Warehouse, person: Person, entry: Entry) -> str:
    """Who entered what a panel moderates."""
    if entry.kind != "section11_moderation":
        return ""
    table, subject = register_rights.subject(entry)
    asked = {"about": table, "about_key": subject}
    first = store.ask("entries/first", person.closed_rec_ids, **asked)
    return str(first["entered_by"].iloc[0] or "") if len(first) else ""


def _unknown(store: Warehouse, person: Person, entry: Entry) -> Iterator[str]:
    """What the entry refers to and this person cannot see, which is told as not known."""
    for column in Contract.read().table(entry.kind).body:
        value = entry.body.get(column.name)
        if column.refers_to is None or not value:
            continue
        for member in value if isinstance(value, list) else [value]:
            asked = {"table": column.refers_to.table, "key": str(member)}
            if store.ask("entries/known", person.closed_rec_ids, **asked).empty:
                yield f'{column.name}: "{member}" is not known. Choose one that is in the list.'
