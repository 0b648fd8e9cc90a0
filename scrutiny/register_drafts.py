"""What a form of a register says, as an entry of the journal."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from scrutiny.contract import Contract
from scrutiny.drafts import Pen
from scrutiny.journal import JSON, Entry

_OF_ENTRY = ("effective_on", "why", "cited", "by_group_id", "by_role")
_NUMBERED = re.compile(r"\.[0-9]+$")


def entry(pen: Pen, kind: str, given: Mapping[str, object]) -> Entry:
    """The entry that a form makes: ``given`` has its answers by column, None for none."""
    table = Contract.read().table(kind)
    said = {name: _plain(value) for name, value in given.items() if _is_given(value)}
    body = {name: value for name, value in said.items() if name not in _OF_ENTRY}
    made = pen.entry(kind, table.key[0], body, str(said.get("why") or ""))
    key = _key(kind, body)
    day = given.get("effective_on")
    return replace(
        made,
        body=dict(made.body) | ({table.key[0]: key} if key else {}),
        effective_on=day if isinstance(day, date) else pen.day,
        cited=str(said["cited"]).strip() if "cited" in said else None,
        by_role=str(said.get("by_role", made.by_role)),
    )


def correction(
    pen: Pen, kind: str, given: Mapping[str, object], number: int, was_key: str
) -> Entry:
    """The entry that takes the place of another, of which number and key are given.

    Its own key is that of the other with the number, since all that was said stays in the journal
    and no two entries share a key.
    """
    made = entry(pen, kind, given)
    key = f"{_NUMBERED.sub('', was_key)}.{number}"
    return replace(
        made, body={**made.body, Contract.read().table(kind).key[0]: key}, corrects=number
    )


def retraction(pen: Pen, number: int, why: str) -> Entry:
    """The entry that takes back another with nothing in its place."""
    return replace(pen.entry("retraction", "retraction_id", {}, why), corrects=number)


def _key(kind: str, body: Mapping[str, JSON]) -> str | None:
    """The key of something new that people read in links; None where a made-up one will do."""
    if kind == "recommendation" and {"source_id", "ref"} <= set(body):
        return f"{body['source_id']}-{body['ref']}"
    if kind == "meeting" and {"group_id", "held_on"} <= set(body):
        return f"{body['group_id']}-{body['held_on']}"
    if kind == "risk" and "position" in body:
        return f"RISK-{body['position']}"
    return None


def _is_given(value: object) -> bool:
    # a box that is not ticked says nothing, as an empty cell does; a zero is a number
    if value is None or value is False or value == []:
        return False
    return not isinstance(value, str) or bool(value.strip())


def _plain(value: object) -> JSON:
    if isinstance(value, str):
        return value.strip()
    return value.isoformat() if isinstance(value, date) else value  # type: ignore[return-value]
