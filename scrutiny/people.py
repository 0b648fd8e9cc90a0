"""Those who may use the dashboard, by the role that the board gave them and never by name."""

from collections.abc import Mapping
from dataclasses import dataclass

BODIES: Mapping[str, str] = {"business group": "business_group", "board": "board"}
"""The kind of the body, as in org_group, that each role of one body alone speaks for."""

# a chair, and an officer on behalf of one, act where their sub-group does
_GATES = {"chair": "sub_group", "officer": "sub_group"} | dict(BODIES)


@dataclass(frozen=True)
class Person:
    """A reader, as people.csv has them.

    ``role`` is viewer, chair, business group, board or officer; ``label`` its words on screen;
    ``group_ids`` the sub-groups that a chair speaks for; ``closed_rec_ids`` the recommendations
    of closed sessions that they may see. ``person_id`` is empty for a reader whom no row names.
    """

    person_id: str
    role: str
    label: str
    group_ids: tuple[str, ...] = ()
    closed_rec_ids: tuple[str, ...] = ()

    @property
    def may_enter(self) -> bool:
        """May they enter anything at all?"""
        return bool(self.person_id) and self.role != "viewer"

    @property
    def gate(self) -> str | None:
        """The gate at which they act: sub_group, business_group or board; None for a reader."""
        return _GATES.get(self.role) if self.may_enter else None

    def speaks_for(self, group_id: str, kind: str) -> bool:
        """Is an entry of this group theirs to make, in their own right and not on its behalf?

        ``kind`` is the group's kind in org_group: sub_group, business_group, board and so on.
        """
        if self.role == "chair":
            return group_id in self.group_ids
        return self.may_enter and BODIES.get(self.role) == kind


READER = Person("", "viewer", "Reader")
"""Whoever reads on this machine where the board has no people.csv: enters nothing, and sees
nothing of a closed session, for nobody is named."""
