"""What a form asks for, from the contract of a kind: a field a column, with label and help."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from scrutiny.contract import Column, Contract, Table

_LABELS: Mapping[str, str] = {
    "above_why": "Reason, where a target lies above the current score",
    "action_id": "Action of the board's plan",
    "actioned_on": "Day actioned",
    "actioned_text": "Day actioned, in words where there is none",
    "agency_ids": "Agencies",
    "appetite": "Appetite, from 1 to 25",
    "ask": "What was asked",
    "by_group_id": "Body that says so",
    "by_role": "Role that says so",
    "cases": "Cases",
    "cited": "Where in which paper it is said",
    "closed_session": "Heard in closed session",
    "due_text": "Due, in words where there is no day",
    "effective_on": "Day it is about",
    "evidence": "What shows it",
    "first_stage_percent": "Share of the first stage",
    "held_on": "Day of the meeting",
    "improve": "What the agency means to improve",
    "improve_by": "Improve by",
    "knowledge": "Strength of the knowledge behind it",
    "lead_group_id": "Sub-group or body that leads",
    "next_on": "Day of the next review",
    "of_number": "Out of",
    "period_start": "First day of the period",
    "position": "Place in its list",
    "prompted_by": "Prompted by",
    "rec_id": "Recommendation",
    "rec_ids": "Recommendations",
    "source_id": "Set of recommendations",
    "section11_round_id": "Round of self-assessments",
    "section11_score_id": "Score of the agency",
    "response_id": "Answer it was made in",
    "review_action_id": "Action from a review",
    "review_rec_id": "What a review recommended",
    "to_group_id": "Body it is promised to",
    "parent_id": "Sub-point of",
    "made_text": "When and where it was made",
    "made_to_group_id": "Body that must answer",
    "reason": "Why the matter was taken up",
    "domain": "Side of practice",
    "setting_kind": "Kind of setting",
    "assurance_year": "Year of the return, such as 2017-18",
    "planned_on": "Day planned",
    "due_on": "Day due",
    "start_on": "Day work starts",
    "stage": "Stage",
    "owner_group_id": "Body that owns it",
    "group_id": "Body that meets",
    "review_kind": "Kind of review",
    "found": "What was found",
    "ref": "Reference in the paper",
    "repeats_id": "Audit that it repeats",
    "replaces_id": "Takes the place of",
    "said": "What was said",
    "standard": "Standard",
    "status": "Why there is no number",
    "support_group_ids": "Bodies that share the lead",
    "until_on": "Last day on which it holds",
    "warn_above": "Ask for a review above",
    "warn_below": "Ask for a review below",
    "what": "What",
    "which": "Which score",
    "why": "Reason",
}
_OF_KIND: Mapping[tuple[str, str], str] = {
    ("measure_figure", "effective_on"): "Last day of the period",
    ("finding_step", "audit_id"): "Audit that looked again",
    ("finding_step", "what"): "What the agency does by itself",
    ("case_review", "effective_on"): "Day the case came to light",
    ("meeting", "effective_on"): "Day its date became known",
    ("promise", "meeting_id"): "Meeting it is promised for",
    ("promise_update", "meeting_id"): "Meeting it is moved to",
    ("promise_update", "due_on"): "New day",
    ("promise_update", "due_text"): "New day, in words where there is none",
    ("promise", "what"): "What is promised",
    ("note", "meeting_id"): "Meeting it was said at",
    ("risk_review", "said"): "What the review found",
    ("review_update", "due_on"): "Later date",
    ("review_update", "meeting_id"): "Meeting that decided it",
    ("review_update", "percent"): "Percent done",
    ("section11_round", "effective_on"): "Day the agencies were asked",
    ("section11_round", "title"): "What the round is called",
    ("setting", "effective_on"): "Day from which it is in scope",
    ("setting", "area"): "District or other area, never a name of the setting",
    ("section11_score", "score"): "Score, from 0 to 3",
    ("section11_moderation", "score"): "Score, from 0 to 3",
}
_LONG = {"said", "what", "cause", "event", "effect", "why", "above_why", "finding", "evidence"}
_LONG |= {"ask", "done", "obstacles", "question", "improve", "synopsis", "reason", "answer"}
_BETWEEN = re.compile(r'\("?(\w+)"? BETWEEN (\d+) AND (\d+)\)')
_MORE: Mapping[tuple[str, str], str] = {("risk_link", "indicator_id"): "indicator"}
"""Columns that refer to what the contract does not keep beside the entries."""

_IN_WORDS: Mapping[tuple[str, str], Mapping[str, str]] = {
    ("measure_figure", "status"): {
        "c": "Withheld: 1 to 5 are counted, or could be worked out",
        "x": "Not available",
    }
}
"""Codes of the contract that do not read as words."""
_ASIDE = {"cited", "parent_id", "support_group_ids", "synopsis", "reason", "start_on", "due_text"}
_ASIDE |= {"replaces_id", "repeats_id", "improve", "improve_by", "response_id", "actioned_text"}
_PLAIN_REASON = "Reason."
"""What the contract says of a reason where none is ever needed; elsewhere it says when one is."""

OF_ENTRY = ("why", "cited")
"""Fields of the entry itself that a form may ask for beside the body."""


@dataclass(frozen=True)
class Field:
    """One field of a form.

    ``widget`` is day, whole, number, flag, choice, line or text; ``many`` where several may be
    chosen; ``words`` or ``table`` say where the choices are, and ``says`` gives words for codes
    among them; ``low`` and ``high`` are limits.
    """

    name: str
    label: str
    help: str
    widget: str
    required: bool
    many: bool = False
    words: tuple[str, ...] = ()
    table: str = ""
    low: int | None = None
    high: int | None = None
    says: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_aside(self) -> bool:
        """Is it seldom needed, so that it may stand folded away?"""
        is_reason = self.name == "why" and self.help in ("", _PLAIN_REASON)
        return not self.required and (is_reason or self.name in _ASIDE)

    @property
    def more(self) -> str | None:
        """The help, where it says more than the label."""
        said = self.help.rstrip(".").lower()
        return None if said in self.label.lower() else self.help

    @property
    def shown(self) -> str:
        """The label, which says where nothing need be given."""
        return self.label if self.required else f"{self.label} (optional)"


def label(kind: str, column: str) -> str:
    """What a column is called on a form."""
    plain = re.sub(r"_(id|on)$", "", column).replace("_", " ")
    return _OF_KIND.get((kind, column)) or _LABELS.get(column) or plain[:1].upper() + plain[1:]


def fields(
    kind: str,
    names: Iterable[str] = (),
    without: Iterable[str] = (),
    needs: Iterable[str] = (),
) -> list[Field]:
    """The fields of a form for a kind, the day it is about first.

    ``names`` are the columns to ask for, all where there are none; those in ``without`` are not
    asked for, and those in ``needs`` must be given although the contract leaves them open.
    """
    table = Contract.read().table(kind)
    left_out = {*table.key, *without}
    wanted = tuple(names) or tuple(column.name for column in table.body) + OF_ENTRY
    if table.by_name["why"].required:
        wanted = (*wanted, "why")
    asked = [name for name in dict.fromkeys(("effective_on", *wanted)) if name not in left_out]
    return [_field(table, table.by_name[name], name in set(needs)) for name in asked]


def _field(table: Table, column: Column, is_needed: bool) -> Field:
    low, high = _limits(table, column.name)
    target = column.refers_to.table if column.refers_to else _MORE.get((table.name, column.name))
    return Field(
        column.name,
        label(table.name, column.name),
        column.meaning,
        _widget(column, bool(target)),
        column.required or is_needed,
        column.is_list,
        column.choices,
        "" if column.choices else target or "",
        low,
        high,
        _IN_WORDS.get((table.name, column.name), {}),
    )


def _widget(column: Column, refers: bool) -> str:
    if column.choices or refers:
        return "choice"
    if column.name in _LONG:
        return "text"
    kinds = {"DATE": "day", "INTEGER": "whole", "DOUBLE": "number", "BOOLEAN": "flag"}
    return kinds.get(column.type, "line")


def _limits(table: Table, name: str) -> tuple[int | None, int | None]:
    for check in table.checks:
        found = _BETWEEN.fullmatch(check.expression)
        if found and found[1] == name:
            return int(found[2]), int(found[3])
    return None, None


def in_words(kind: str, reason: str) -> str:
    """A reason why an entry was refused, with the labels of the form for names of columns."""
    columns = Contract.read().table(kind).columns
    for column in columns:
        said = column.meaning.rstrip(".")
        reason = reason.replace(f"{said}: ", f"{label(kind, column.name)}: ")
        if "_" in column.name:
            reason = re.sub(rf"\b{column.name}\b", f"“{label(kind, column.name)}”", reason)
    return re.sub(r" in \w+\.csv\b", "", reason)
