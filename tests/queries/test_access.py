"""Who may use the dashboard, and who it is that signed in."""

import pytest

from tests import source
from tests.queries.small_board import Reading

PERSON = "access/person"


def found(board: Reading, email: str, subject: str) -> list[object]:
    return board.ask(PERSON, "person_id", email=email, subject=subject)


class TestPeople:
    NAME = "access/people"

    def test_everybody_is_there_in_the_boards_order(self, nothing: Reading) -> None:
        rows = nothing.warehouse.ask("access/people")
        assert list(rows["person_id"]) == ["officer", "chair", "member", "viewer"]
        assert list(rows["role"]) == ["officer", "chair", "board", "viewer"]

    def test_a_list_that_was_left_empty_is_an_empty_list(self, nothing: Reading) -> None:
        rows = nothing.warehouse.ask("access/people")
        assert [list(groups) for groups in rows["group_ids"]] == [[], ["SG1", "SG2"], [], []]
        assert [list(closed) for closed in rows["closed_rec_ids"]] == [["R1", "R2"], [], [], []]


class TestPerson:
    @pytest.mark.parametrize("email", ["officer@example.org", "OFFICER@EXAMPLE.ORG"])
    def test_an_address_is_found_whatever_its_capitals(self, nothing: Reading, email: str) -> None:
        assert found(nothing, email, "") == ["officer"]

    def test_a_subject_is_found_letter_by_letter(self, nothing: Reading) -> None:
        assert found(nothing, "", "auth|0815") == ["member"]
        assert found(nothing, "", "AUTH|0815") == []
        assert found(nothing, "", "auth|08151") == []

    def test_a_subject_that_reads_like_an_address_is_nobody(self, nothing: Reading) -> None:
        assert found(nothing, "", "chair@example.org") == []

    def test_an_address_that_reads_like_a_subject_is_nobody(self, nothing: Reading) -> None:
        assert found(nothing, "auth|0815", "") == []

    def test_without_either_it_is_nobody(self, nothing: Reading) -> None:
        assert found(nothing, "", "") == []

    def test_a_letter_that_only_looks_alike_is_another(self, nothing: Reading) -> None:
        assert found(nothing, "o\u017f\u017ficer@example.org", "") == []
        assert found(nothing, "chair@example.org\u212a", "") == []

    def test_the_subject_counts_before_the_address(self, nothing: Reading) -> None:
        assert found(nothing, "viewer@example.org", "auth|0815") == ["member"]


def test_no_answer_tells_how_anybody_signs_in(nothing: Reading) -> None:
    for name, asked in [
        ("access/people", {}),
        (PERSON, {"email": "chair@example.org", "subject": ""}),
    ]:
        rows = nothing.warehouse.ask(name, **asked)
        assert not rows.empty
        assert "sign_in" not in rows.columns
        assert "@" not in rows.to_csv()


def test_no_other_question_reads_the_people_of_the_board() -> None:
    asks = [
        path.relative_to(source.ROOT / "queries").as_posix()
        for path in source.QUERIES
        if "sign_in" in source.query(path).body
    ]
    assert asks == ["access/person.sql", "checks/same_sign_in.sql"]
