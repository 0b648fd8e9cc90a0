"""The lists below the briefing: each with its question, its sentence and its columns."""

from datetime import date
from typing import Any

import pandas as pd
import pytest

from scrutiny import queries
from scrutiny.charts import tables
from scrutiny.charts.blocks import BLOCKS, Block
from tests.scrutiny.charts.frames import NO, D
from tests.scrutiny.charts.test_risks import LISTED

AS_AT = date(2018, 2, 15)
ROWS: dict[str, dict[str, Any]] = {
    "heavy_risks": LISTED | {"above": 7},
    "slipped": {
        "rec_id": "R 1",
        "ref": "1",
        "what": "A *plan*",
        "first_due_on": D("2011-01-19"),
        "due_on": NO,
        "due_text": "TBC",
        "slip_days": pd.NA,
        "times": 2,
        "rating": "grey",
        "provenance": "paper",
    },
    "silent": {
        "rec_id": "R 1",
        "ref": "1",
        "title": "Audit",
        "group_name": "Risk",
        "last_report_on": NO,
        "days_silent": 105,
        "due_on": D("2018-01-31"),
        "rating": "red",
        "provenance": "illustrative",
    },
    "undated": {
        "rec_id": "R 1",
        "ref": "1",
        "what": "Training",
        "owner": "Neglect",
        "since": D("2017-07-01"),
        "due_text": None,
        "provenance": "illustrative",
    },
    "assurance_missing": {
        "what": "findings without an action",
        "page": "audits",
        "missing": 2,
        "of_all": 7,
        "longest_days": 62,
        "agency_names": "Police, Health",
        "is_illustrative": True,
    },
    "silent_agencies": {
        "agency_name": "Probation",
        "what": "Round of 2017",
        "page": "audits",
        "asked_on": D("2017-09-07"),
        "due_on": D("2017-11-30"),
        "days_late": 77,
        "provenance": "illustrative",
    },
}
LINK = "[1](recommendation?rec=R%201&as_at=2018-02-15)"
EXPECTED: dict[str, dict[str, str]] = {
    "assurance_missing": {
        "Missing": "[Findings without an action](audits?as_at=2018-02-15) †",
        "How many": "2 of 7",
        "Longest": "62 days",
        "Agencies": "Police, Health",
    },
    "silent_agencies": {
        "Agency": "Probation",
        "Owes": "[Round of 2017](audits?as_at=2018-02-15) †",
        "Asked": "7 Sep 2017",
        "Due": "30 Nov 2017",
        "Late": "77 days",
    },
    "heavy_risks": {
        "Risk": r"[R1 Too \*few\* posts](risk?risk=RISK-1&as_at=2018-02-15) †",
        "Owner": r"Risk; Police",
        "Score": r"20 very high, likelihood 4, impact 5",
        "Appetite": "9, 11 above",
        "Moved": "▲ up 8",
        "Decided": "Treat",
        "Next review": "31 Jan 2018, 15 days late, ■ asked for sooner",
    },
    "slipped": {
        "What": r"A \*plan\*",
        "For": LINK,
        "First promised": "19 Jan 2011",
        "Now": r"no date \(TBC\)",
        "Slip": "—",
        "Times": "2",
        "Rating": ":gray-badge[○ Undated]",
    },
    "silent": {
        "Action": "Audit †",
        "For": LINK,
        "Sub-group": "Risk",
        "Last report": "no date",
        "Silent for": "105 days",
        "Rating": ":red-badge[■ Overdue]",
    },
    "undated": {
        "What": "Training †",
        "For": LINK,
        "Owed by": "Neglect",
        "Since": "1 Jul 2017",
        "In its own words": "—",
    },
}


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.name)
class TestBlocks:
    def test_its_question_exists(self, block: Block) -> None:
        assert "as_at" in queries.find(f"board/{block.name}").parameters

    def test_its_columns_on_a_day(self, block: Block) -> None:
        rows = pd.DataFrame([ROWS[block.name]])
        shown = tables.shown(rows, block.columns(AS_AT)).iloc[0].to_dict()
        plain = {head: str(cell).replace("\u00a0", " ") for head, cell in shown.items()}
        assert plain == EXPECTED[block.name]

    def test_it_says_a_sentence_with_and_without_rows(self, block: Block) -> None:
        rows = pd.DataFrame([ROWS[block.name]])
        for said in (block.says(rows), block.says(rows.head(0))):
            assert said[0].isdigit() or said[0].isupper()
            assert said.endswith(".")
        assert block.says(rows) != block.says(rows.head(0))


def test_each_has_its_own_heading_and_name() -> None:
    names, heads = {block.name for block in BLOCKS}, {block.head for block in BLOCKS}
    assert len(names) == len(heads) == len(BLOCKS)
