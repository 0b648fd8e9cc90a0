"""What DuckDB no longer looks for when it plans a question changes no answer, nor its order."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Any

import pytest

from scrutiny import opening, queries
from scrutiny.journal import Journal
from scrutiny.warehouse import Warehouse
from tests.conftest import Built

DAYS = (date(2018, 2, 15), date(2011, 3, 1))
GIVEN: dict[str, Any] = {
    "since": date(2017, 12, 7),
    "rec": "OFSTED-2017-6",
    "risk": "RISK-1",
    "action": "ACT-1-4",
    "challenge": "CHL-1",
    "indicator": "cpp_at31_rate",
    "by": "agency",
    "about": "action",
    "about_key": "ACT-1-4",
    "table": "action",
    "kind": "action",
    "gate": "board",
    "number": 1,
    "seen": 1,
}
NARROWED = {"groups": ["QE", "LI"], "ratings": ["red", "amber"], "owners": ["QE"]}


@pytest.fixture(scope="module")
def looked_for(built: Built) -> Iterator[Warehouse]:
    """The sample board, planned with all that DuckDB looks for."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "_PLANS", ())
        store = Warehouse.open(built.build)
    with closing(Journal(built.journal)) as journal:
        store.take(journal.entries())
    yield store
    store.close()


def test_every_answer_is_the_same_in_the_same_order(
    sample: Warehouse, looked_for: Warehouse
) -> None:
    differ = []
    answered = 0
    for name in queries.names():
        query = queries.find(name)
        for day in DAYS if "as_at" in query.parameters else DAYS[:1]:
            for narrowed in ({}, NARROWED) if "groups" in query.parameters else ({},):
                known = GIVEN | narrowed | {"as_at": day}
                given = {key: known[key] for key in query.parameters if key in known}
                given |= {
                    key: "x"
                    for key, kind in query.parameters.items()
                    if kind == "varchar" and key not in (given | query.defaults)
                }
                one, other = (store.ask(name, **given) for store in (sample, looked_for))
                answered += not one.empty
                if not one.equals(other):
                    differ.append((name, given))
    assert differ == []
    assert answered > 150
