"""What a form says, as entries of the journal; ``recording`` asks whether they may be made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from scrutiny.acts import ASK, CHALLENGE, GRANT, REFUSE, REPORT
from scrutiny.journal import JSON, Entry
from scrutiny.people import Person
from scrutiny.whole_acts import ACCEPT, NARROW, OPEN
from scrutiny.whole_acts import REFUSE as REFUSE_SCOPE


@dataclass(frozen=True)
class Pen:
    """Who writes, for which body, on which day; ``key`` is the form's own.

    ``is_fixed`` where the board's clock stands on a day, as in a sample: entries are then made up,
    and recorded on that day. Otherwise the journal stamps the moment.
    """

    person: Person
    by_group_id: str
    day: date
    key: str
    is_fixed: bool

    def entry(self, kind: str, key_column: str, body: Mapping[str, JSON], why: str = "") -> Entry:
        """One entry; an empty answer counts as none given."""
        filled = {name: value for name, value in body.items() if value not in ("", None)}
        return Entry(
            kind,
            {key_column: f"{kind.upper()}-{self.key[:12]}", **filled},
            self.day,
            self.by_group_id,
            "Sub-group chair" if self.person.role == "officer" else self.person.label,
            "illustrative" if self.is_fixed else "entered",
            why=why.strip() or None,
            recorded_at=datetime.combine(self.day, time.min, UTC) if self.is_fixed else None,
            entered_by=self.person.person_id,
        )


def entries(
    pen: Pen, act: str, about: Mapping[str, object], given: Mapping[str, object]
) -> list[Entry]:
    """The entries of one act on an action. ``about`` is a row of report/subject."""
    action: dict[str, JSON] = {"action_id": str(about["action_id"])}
    said = {name: _plain(value) for name, value in given.items() if name != "why"}
    why = str(given.get("why") or "")
    if act == REPORT:
        return [pen.entry("report", "report_id", action | said)]
    if act == ASK:
        return [pen.entry("extension_request", "request_id", action | said, why)]
    if act == CHALLENGE:
        to: dict[str, JSON] = {
            "rec_id": str(about["rec_id"]),
            "to_group_id": str(about["lead_group_id"]),
        }
        return [pen.entry("challenge", "challenge_id", action | to | said)]
    if act in (GRANT, REFUSE):
        return _decided(pen, act, about, said, why)
    return [pen.entry("move", "move_id", action | {"to_delivery": act} | said, why)]


def answer(pen: Pen, what: str, challenge_id: str, said: str) -> list[Entry]:
    """The entry of an answer to a challenge, or of a judgement; ``what`` is its outcome."""
    body: dict[str, JSON] = {"challenge_id": challenge_id, "said": said.strip(), "outcome": what}
    return [pen.entry("answer", "answer_id", body)]


def whole(
    pen: Pen, act: str, about: Mapping[str, object], given: Mapping[str, object]
) -> list[Entry]:
    """The entries of one act on a whole recommendation.

    ``about`` is a row of report/whole, with None where there is nothing; to open what was heard in
    closed session it has in ``opens`` all that are opened together.
    """
    rec: dict[str, JSON] = {"rec_id": str(about["rec_id"])}
    said = {name: _plain(value) for name, value in given.items() if name != "why"}
    why = str(given.get("why") or "")
    if act == NARROW:
        return [pen.entry("scope_request", "scope_request_id", rec | said, why)]
    if act == OPEN:
        return _opened(pen, about, said, why)
    if act not in (ACCEPT, REFUSE_SCOPE):
        return [pen.entry("move", "move_id", rec | {"to_delivery": act} | said, why)]
    outcome = "accepted" if act == ACCEPT else "refused"
    body: dict[str, JSON] = {"scope_request_id": str(about["scope_request_id"]), "outcome": outcome}
    decision = pen.entry("scope_decision", "scope_decision_id", body | said, why)
    if act == REFUSE_SCOPE:
        return [decision]
    names = ("setting_kind", "asked", "first_stage", "first_stage_percent")
    scope = {name: _plain(about[name]) for name in names}
    return [decision, pen.entry("scope", "scope_id", rec | scope | said, why)]


def _opened(pen: Pen, about: Mapping[str, Any], said: dict[str, JSON], why: str) -> list[Entry]:
    key = f"SESSION-{pen.key[:12]}"
    return [
        pen.entry(
            "session_opening",
            "session_opening_id",
            {"session_opening_id": f"{key}-{rec}", "rec_id": rec} | said,
            why,
        )
        for rec in about["opens"]
    ]


def _decided(
    pen: Pen, act: str, about: Mapping[str, object], said: dict[str, JSON], why: str
) -> list[Entry]:
    outcome = "granted" if act == GRANT else "refused"
    body: dict[str, JSON] = {"request_id": str(about["request_id"]), "outcome": outcome} | said
    decision = pen.entry("extension_decision", "decision_id", body, why)
    if act == REFUSE:
        return [decision]
    later: dict[str, JSON] = {
        "action_id": str(about["action_id"]),
        "due_on": _plain(about["asked_due_on"]),
    }
    return [decision, pen.entry("extension", "extension_id", later | said, why)]


def _plain(value: object) -> JSON:
    if isinstance(value, datetime):
        value = value.date()
    return value.isoformat() if isinstance(value, date) else value  # type: ignore[return-value]
