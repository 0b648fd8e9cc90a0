"""Those who may use the dashboard, by the role that the board gave them and never by name."""

from dataclasses import dataclass

_GROUPS = {"business group": "business_group", "board": "board"}


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

    def speaks_for(self, group_id: str, kind: str) -> bool:
        """Is an entry of this group theirs to make, in their own right and not on its behalf?

        ``kind`` is the group's kind in org_group: sub_group, business_group, board and so on.
        """
        if self.role == "chair":
            return group_id in self.group_ids
        return self.may_enter and _GROUPS.get(self.role) == kind


READER = Person("", "viewer", "Reader")
"""Whoever reads on this machine where the board has no people.csv: enters nothing, and sees
nothing of a closed session, for nobody is named."""
