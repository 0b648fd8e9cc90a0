"""What an entry is about, as the rights need it: read anew at the moment it is appended."""

from collections.abc import Callable
from datetime import date

import pandas as pd

from scrutiny import whole_acts
from scrutiny.deciding import Meeting
from scrutiny.people import Person
from scrutiny.rights import Dispute, Subject
from scrutiny.warehouse import Warehouse
from scrutiny.whole_rights import Whole

Find = Callable[[Warehouse, Person, str, date], Subject | Dispute | Whole | None]
"""Reads what has this key as the person may see it on the day; None where they see nothing."""

_SCOPE = ("scope_request_id", "setting_kind", "asked", "first_stage", "first_stage_percent")


def action(store: Warehouse, person: Person, key: str, day: date) -> Subject | None:
    """An action, with the moves that may follow."""
    rows = store.ask("report/subject", person.closed_rec_ids, as_at=day, action=key)
    if rows.empty:
        return None
    row = rows.iloc[0]
    moves = store.ask("report/moves", delivery=row["delivery"])
    last = store.ask("report/last", person.closed_rec_ids, action=key)
    others = store.ask("report/successors", person.closed_rec_ids, as_at=day, action=key)
    return Subject(
        action_id=key,
        lead_group_id=str(row["lead_group_id"]),
        last_seq=int(last["last_seq"].iloc[0]),
        proposed_by=_text(row["proposed_by"]),
        completed_by=_text(row["completed_by"]),
        gates=dict(zip(moves["to_delivery"], moves["gate"], strict=True)),
        successors=frozenset(others["action_id"]),
        meetings=meetings(store, person, day),
    )


def challenge(store: Warehouse, person: Person, key: str, day: date) -> Dispute | None:
    """A challenge, with its last outcome."""
    rows = store.ask("report/challenge", person.closed_rec_ids, as_at=day, challenge=key)
    if rows.empty:
        return None
    row = rows.iloc[0]
    last = store.ask("report/last_answer", person.closed_rec_ids, challenge=key)
    return Dispute(
        challenge_id=key,
        to_group_id=str(row["to_group_id"]),
        by_group_id=str(row["by_group_id"]),
        by_kind=str(row["by_kind"]),
        outcome=_text(row["outcome"]),
        last_seq=int(last["last_seq"].iloc[0]),
    )


def recommendation(store: Warehouse, person: Person, key: str, day: date) -> Whole | None:
    """A recommendation as a whole, with the moves that may follow."""
    rows = store.ask("report/whole", person.closed_rec_ids, as_at=day, rec=key)
    if rows.empty:
        return None
    row = rows.iloc[0]
    moves = store.ask("report/moves", delivery=row["delivery"])
    last = store.ask("report/last_whole", person.closed_rec_ids, rec=key)
    opens = store.ask("report/opened_together", person.closed_rec_ids, as_at=day, rec=key)
    asked = _SCOPE if _text(row["scope_request_id"]) else ()
    return Whole(
        rec_id=key,
        leads=frozenset([row["lead_group_id"], *row["support_group_ids"]]),
        last_seq=int(last["last_seq"].iloc[0]),
        gates=dict(zip(moves["to_delivery"], moves["gate"], strict=True)),
        is_own=whole_acts.is_own(row["is_moved"], row["actions"]),
        actions_open=int(row["actions_open"]),
        proposed_by=_text(row["proposed_by"]),
        completed_by=frozenset(row["completed_by"]),
        narrower={name: row[name] for name in asked if not pd.isna(row[name])},
        narrower_by=_text(row["scope_by"]),
        meetings=meetings(store, person, day),
        opens=frozenset(opens["rec_id"]),
    )


def meetings(store: Warehouse, person: Person, day: date) -> dict[str, Meeting]:
    """The meetings held by a day, by key."""
    held = store.ask("report/meetings", person.closed_rec_ids, as_at=day)
    return {
        key: Meeting(group, name, day_held.date())
        for key, group, name, day_held in zip(
            *(held[column] for column in ("meeting_id", "group_id", "group_name", "held_on")),
            strict=True,
        )
    }


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
