"""What a role may do in its own right."""

import pytest

from scrutiny.people import READER, Person

KINDS = {"EEH": "sub_group", "QE": "sub_group", "BG": "business_group", "BOARD": "board"}
OTHERS = {"CABINET": "council", "CSC": "scrutiny", "OFSTED": "inspectorate", "X": "other"}


@pytest.mark.parametrize(
    ("role", "groups", "own"),
    [
        ("viewer", (), set()),
        ("chair", ("EEH",), {"EEH"}),
        ("chair", ("EEH", "QE"), {"EEH", "QE"}),
        ("chair", (), set()),
        ("business group", (), {"BG"}),
        ("board", (), {"BOARD"}),
        ("officer", (), set()),
    ],
)
def test_each_role_speaks_for_its_own_groups_alone(
    role: str, groups: tuple[str, ...], own: set[str]
) -> None:
    person = Person("somebody", role, "Somebody", groups)
    spoken = {group for group, kind in (KINDS | OTHERS).items() if person.speaks_for(group, kind)}
    assert spoken == own


def test_all_but_viewers_may_enter_something() -> None:
    roles = ["viewer", "chair", "business group", "board", "officer"]
    assert [Person("x", role, "X").may_enter for role in roles] == [False, True, True, True, True]


@pytest.mark.parametrize("role", ["chair", "business group", "board", "officer"])
def test_whoever_no_row_names_enters_nothing(role: str) -> None:
    nobody = Person("", role, "Nobody")
    assert not nobody.may_enter
    assert not nobody.speaks_for("BOARD", "board")
    assert not READER.may_enter
