"""Named questions: found by name, with parameters read as their heads say."""

from datetime import date

import pytest

from scrutiny import queries
from scrutiny.queries import BadParameter, Query, UnknownQuery

ASKED = Query(
    "some/question",
    "-- How many?\n-- One row.\n",
    {"as_at": "date", "groups": "varchar[]", "rec": "varchar", "most": "integer"},
    {},
)
WHOLE = {"as_at": "2018-02-15", "rec": "R", "most": "3"}


class TestFind:
    def test_a_query_has_the_type_of_each_parameter(self) -> None:
        query = queries.find("actions/overdue_by_group")
        assert query.parameters["as_at"] == "date"
        assert query.parameters["groups"] == "varchar[]"

    def test_it_takes_what_its_sql_uses_and_nothing_else(self) -> None:
        for name in queries.names():
            query = queries.find(name)
            lines = [line for line in query.sql.splitlines() if not line.startswith("--")]
            for parameter in query.parameters:
                assert f"${parameter}" in "\n".join(lines), (name, parameter)

    @pytest.mark.parametrize(
        "name",
        [
            "actions/no_such_thing",
            "actions",
            "",
            "actions/",
            "../queries/actions/list",
            "actions/../actions/list",
            "/actions/list",
            "actions/list.sql",
            "Actions/list",
            "actions/list\n",
        ],
    )
    def test_an_unknown_name_is_told_those_that_exist(self, name: str) -> None:
        with pytest.raises(UnknownQuery) as caught:
            queries.find(name)
        assert f'"{name}"' in str(caught.value)
        assert "actions/overdue_by_group" in str(caught.value)


class TestNames:
    def test_in_order_without_the_checks_of_board_files(self) -> None:
        names = queries.names()
        assert list(names) == sorted(names)
        assert "recommendations/list" in names
        assert not [name for name in names if name.startswith("checks/")]


class TestCheck:
    def test_text_becomes_what_the_head_asks_for(self) -> None:
        assert queries.check(ASKED, WHOLE | {"groups": "SG1, SG2"}) == {
            "as_at": date(2018, 2, 15),
            "groups": ["SG1", "SG2"],
            "rec": "R",
            "most": 3,
        }

    @pytest.mark.parametrize("value", [date(2018, 2, 15), "2018-02-15"])
    def test_a_day_is_a_date_or_its_text(self, value: object) -> None:
        assert queries.check(ASKED, WHOLE | {"as_at": value})["as_at"] == date(2018, 2, 15)

    @pytest.mark.parametrize(
        ("value", "texts"),
        [
            (None, []),
            ("", []),
            ([], []),
            ((), []),
            ("SG1", ["SG1"]),
            (["SG1", "SG2"], ["SG1", "SG2"]),
            (("SG1",), ["SG1"]),
            (["one, two"], ["one, two"]),
        ],
    )
    def test_a_list_may_be_text_or_not_given(self, value: object, texts: list[str]) -> None:
        assert queries.check(ASKED, WHOLE | {"groups": value})["groups"] == texts

    def test_a_list_that_is_not_given_is_empty(self) -> None:
        assert queries.check(ASKED, WHOLE)["groups"] == []

    @pytest.mark.parametrize("missing", ["as_at", "rec", "most"])
    def test_what_is_missing_is_named_with_its_type(self, missing: str) -> None:
        given = {name: value for name, value in WHOLE.items() if name != missing}
        with pytest.raises(BadParameter, match=rf"some/question needs {missing} \("):
            queries.check(ASKED, given)

    @pytest.mark.parametrize(
        ("name", "value", "wanted"),
        [
            ("as_at", "15/02/2018", "YYYY-MM-DD"),
            ("as_at", "2018-02-30", "YYYY-MM-DD"),
            ("as_at", "2018-2-15", "YYYY-MM-DD"),
            ("as_at", "", "YYYY-MM-DD"),
            ("most", "three", "whole number"),
            ("most", "1.5", "whole number"),
        ],
    )
    def test_a_bad_value_is_told_with_what_is_wanted(
        self, name: str, value: str, wanted: str
    ) -> None:
        with pytest.raises(BadParameter) as caught:
            queries.check(ASKED, WHOLE | {name: value})
        for part in ("some/question", name, f'"{value}"', wanted):
            assert part in str(caught.value)

    def test_a_list_of_the_wrong_kind(self) -> None:
        with pytest.raises(BadParameter, match="list"):
            queries.check(ASKED, WHOLE | {"groups": 3})

    def test_what_nobody_asked_for_is_named_beside_what_is(self) -> None:
        with pytest.raises(BadParameter) as caught:
            queries.check(ASKED, WHOLE | {"colour": "red", "as_of": "2018-02-15"})
        assert "as_of, colour" in str(caught.value)
        assert "as_at, groups, rec, most" in str(caught.value)

    def test_a_question_without_parameters_says_none(self) -> None:
        with pytest.raises(BadParameter, match="none"):
            queries.check(queries.find("about/rules"), {"as_at": "2018-02-15"})
