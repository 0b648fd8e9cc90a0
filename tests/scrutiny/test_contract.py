"""The contract says what data/schema says, and nothing else does."""

import pytest

from scrutiny.contract import ENTRY_COLUMNS, Contract, Reference

CONTRACT = Contract.read()


def test_every_table_and_every_column_has_a_meaning() -> None:
    unsaid = [table.name for table in CONTRACT.tables if not table.meaning]
    unsaid += [
        f"{table.name}.{column.name}"
        for table in CONTRACT.tables
        for column in table.columns
        if not column.meaning
    ]
    assert unsaid == []


def test_kinds_are_the_tables_about_a_day_and_end_with_the_entry_s_own_columns() -> None:
    assert set(CONTRACT.kinds) >= {"source", "recommendation", "action", "move", "note"}
    assert not {"org_group", "rating_rule", "delivery_move"} & set(CONTRACT.kinds)
    for kind in CONTRACT.kinds:
        names = [column.name for column in CONTRACT.table(kind).columns]
        assert names[-len(ENTRY_COLUMNS) :] == list(ENTRY_COLUMNS)
        assert [c.name for c in CONTRACT.table(kind).body] == names[: -len(ENTRY_COLUMNS)]


def test_parents_come_before_what_refers_to_them() -> None:
    placed: set[str] = set()
    for kind in CONTRACT.kinds:
        placed.add(kind)
        parents = {c.refers_to.table for c in CONTRACT.table(kind).columns if c.refers_to}
        assert parents & set(CONTRACT.kinds) <= placed, kind


@pytest.mark.parametrize(
    ("table", "column", "target"),
    [
        ("move", "action_id", Reference("action", "action_id")),
        ("recommendation", "parent_id", Reference("recommendation", "rec_id")),
        ("meeting", "group_id", Reference("org_group", "group_id")),
        ("response", "rec_ids", Reference("recommendation", "rec_id")),
        ("recommendation", "support_group_ids", Reference("org_group", "group_id")),
        ("action", "title", None),
    ],
)
def test_a_column_refers_to_the_table_its_key_or_its_list_name_says(
    table: str, column: str, target: Reference | None
) -> None:
    assert CONTRACT.table(table).by_name[column].refers_to == target


def test_choices_come_from_checks_and_from_tables_that_the_schema_fills() -> None:
    assert CONTRACT.table("answer").by_name["outcome"].choices == (
        "answered",
        "satisfied",
        "not satisfied",
        "withdrawn",
    )
    assert CONTRACT.table("move").by_name["to_delivery"].choices[0] == "not started"
    assert CONTRACT.table("move").by_name["action_id"].choices == ()


def test_a_check_of_other_kinds_keeps_its_columns() -> None:
    checks = {check.columns for check in CONTRACT.table("action").checks}
    assert checks == {("due_on", "due_text"), ("due_on", "start_on")}
    assert CONTRACT.table("report").checks[0].columns == ("percent",)


def test_keys_and_uniques_are_told_apart() -> None:
    assert CONTRACT.table("recommendation").key == ("rec_id",)
    assert CONTRACT.table("recommendation").uniques == (("source_id", "ref"),)


def test_required_means_not_null() -> None:
    assert CONTRACT.table("extension").by_name["why"].required
    assert not CONTRACT.table("move").by_name["why"].required


def test_an_unknown_table_raises() -> None:
    with pytest.raises(KeyError):
        CONTRACT.table("actions")


def test_the_dictionary_has_a_row_for_each_column() -> None:
    rows = CONTRACT.dictionary()
    assert len(rows) == sum(len(table.columns) for table in CONTRACT.tables)
    assert {
        "table": "response",
        "column": "rec_ids",
        "type": "varchar[]",
        "required": "yes",
        "refers_to": "recommendation.rec_id",
        "meaning": "Recommendations answered.",
    } in rows
    outcome = next(r for r in rows if (r["table"], r["column"]) == ("answer", "outcome"))
    assert outcome["meaning"].endswith("One of: answered, satisfied, not satisfied, withdrawn.")
