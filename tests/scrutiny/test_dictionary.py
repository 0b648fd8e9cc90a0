"""The data dictionary says what the contract says, and the page kept in docs/ is the newest."""

import pytest

from scrutiny import dictionary
from scrutiny.contract import Check, Column, Contract, Reference, Table


def of(*columns: Column, **more: object) -> str:
    """The dictionary of a contract with one table of these columns."""
    fixed = {"name": "visit", "meaning": "One row per visit.", "key": ("visit_id",)}
    table = Table(**fixed | {"columns": columns, "uniques": (), "checks": ()} | more)  # type: ignore[arg-type]
    return dictionary.markdown(Contract((table,)))


def test_the_page_in_docs_is_what_the_contract_says_now() -> None:
    kept = dictionary.FILE.read_text(encoding="utf-8")
    assert kept == dictionary.markdown(Contract.read()), "run: python -m scrutiny.dictionary"


def test_every_column_of_every_table_has_its_row() -> None:
    page = dictionary.markdown(Contract.read())
    for table in Contract.read().tables:
        part = page.split(f"\n### {table.name}\n")[1].split("\n### ")[0]
        rows = [line.split("|")[1].strip() for line in part.splitlines() if line.startswith("| `")]
        assert rows == [f"`{column.name}`" for column in table.columns]
        assert table.meaning in part


@pytest.mark.parametrize(
    ("column", "row"),
    [
        (
            Column("visit_id", "VARCHAR", required=True, meaning="Short key."),
            "| `visit_id` | text | key | Short key. |",
        ),
        (
            Column("held_on", "DATE", required=True, meaning="Its day."),
            "| `held_on` | date | yes | Its day. |",
        ),
        (
            Column("why", "VARCHAR", required=False, meaning="Reason."),
            "| `why` | text |  | Reason. |",
        ),
        (
            Column("kind", "VARCHAR", required=True, meaning="What.", choices=("new", "old")),
            "| `kind` | text | yes | What. One of: new, old. |",
        ),
        (
            Column("to_ids", "VARCHAR[]", False, "Whom.", refers_to=Reference("agency", "to_id")),
            "| `to_ids` | text[] |  | Whom. Found in `agency.to_id`. |",
        ),
        (
            Column("share", "DOUBLE", required=False, meaning="This | that."),
            "| `share` | number |  | This \\| that. |",
        ),
    ],
)
def test_a_row_says_type_need_choices_and_where_values_are_found(column: Column, row: str) -> None:
    assert row in of(column).splitlines()


def test_a_table_says_what_may_not_repeat_and_what_is_checked() -> None:
    page = of(uniques=(("place", "held_on"),), checks=(Check("(held_on < left_on)", ("held_on",)),))
    assert "- No two rows have the same `place` and `held_on`." in page
    assert "- Every row meets `(held_on < left_on)`." in page


def test_reference_data_comes_first_and_kinds_of_entry_under_their_own_heading() -> None:
    day = Column("effective_on", "DATE", required=True, meaning="Day it is about.")
    assert of().index("### visit") < of().index("## Entries of the journal")
    assert of(day).index("### visit") > of(day).index("## Entries of the journal")
