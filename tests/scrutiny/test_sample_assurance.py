"""The sample's audits and settings: every state occurs, they agree with the paper."""

import re

import pytest

from tests.scrutiny.test_sample_board import BOARD_DAY, known, row, rows

COUNTS = ("cases", "outstanding", "good", "requires_improvement", "inadequate")


def test_no_count_of_children_is_from_1_to_5() -> None:
    cells = [r[c] for kind in ("audit_step", "audit_grading") for r in rows(kind) for c in COUNTS
             if c in r]  # fmt: skip
    numbers = [int(cell) for cell in cells if cell]
    assert len(numbers) > 50
    assert [number for number in numbers if 1 <= number <= 5] == []
    assert "" in cells  # some are withheld, so that the case is seen


def test_texts_on_audits_hold_no_number() -> None:
    columns = {"audit": ("title", "why"), "finding": ("finding",), "finding_step": ("what", "why")}
    texts = [r[c] for kind, names in columns.items() for r in rows(kind) for c in names]
    assert [text for text in texts if re.search(r"\d", text)] == []


@pytest.mark.parametrize(
    ("kind", "column", "words"),
    [
        ("audit", "scale", {"single-agency", "multi-agency"}),
        ("audit_step", "change", {"begun", "moved", "done", "cancelled"}),
        ("audit_grading", "grade", {"outstanding", "good", "requires improvement", "inadequate"}),
        ("finding_step", "change",
         {"action agreed", "action done", "re-audited", "closed without action"}),
        ("finding_step", "result", {"", "improved", "partly improved", "not improved"}),
        ("setting", "setting_kind", {"school", "college", "early-years setting"}),
        ("setting_change", "change", {"inspected", "closed"}),
        ("setting_step", "step", {"asked", "returned", "verified", "plan agreed", "plan closed"}),
        ("setting_step", "outcome", {"", "assured", "plan needed"}),
        ("section11_score", "score", {"1", "2", "3"}),
    ],
)  # fmt: skip
def test_every_state_occurs(kind: str, column: str, words: set[str]) -> None:
    assert {found[column] for found in rows(kind)} == words


def test_a_finding_is_answered_by_the_plan_and_another_by_nobody() -> None:
    by_plan = {s["action_id"] for s in rows("finding_step") if s["action_id"]}
    assert by_plan <= {a["action_id"] for a in rows("action")}
    answered = {s["finding_id"] for s in rows("finding_step")}
    assert {f["finding_id"] for f in rows("finding")} - answered


def test_a_panel_lowers_scores_raises_one_and_an_agency_stays_silent() -> None:
    own = {s["section11_score_id"]: int(s["score"]) for s in rows("section11_score")}
    gaps = [int(m["score"]) - own[m["section11_score_id"]] for m in rows("section11_moderation")]
    assert {1, 0, -1, -2} == set(gaps)
    asked = row("section11_round", "S11-2017")["agency_ids"].split("; ")
    assert set(asked) - {s["agency_id"] for s in rows("section11_score")} == {"PROBATION"}


def grade(setting_id: str, day: str) -> str:
    later = [c for c in rows("setting_change") if c["setting_id"] == setting_id and known(c) <= day]
    return "closed" if any(c["change"] == "closed" for c in later) else (
        later[-1]["grade"] if later else row("setting", setting_id)["grade"]
    )  # fmt: skip


@pytest.mark.parametrize(("kind", "share"), [("school", 8), ("early-years setting", 3)])
def test_the_first_stage_is_the_share_that_the_paper_gives(kind: str, share: int) -> None:
    grades = [grade(s["setting_id"], BOARD_DAY) for s in rows("setting")
              if s["setting_kind"] == kind]  # fmt: skip
    open_ = [g for g in grades if g != "closed"]
    below = [g for g in open_ if g in ("requires improvement", "inadequate")]
    assert 100 * len(below) / len(open_) == share


def test_recommendation_6_is_behind() -> None:
    steps = [s for s in rows("setting_step") if known(s) <= BOARD_DAY]
    reached = {step: {s["setting_id"] for s in steps if s["step"] == step}
               for step in ("asked", "returned", "verified", "plan closed")}  # fmt: skip
    assert len(reached["asked"]) < 0.15 * len(rows("setting"))
    assert reached["verified"] < reached["returned"] < reached["asked"]
    assert not reached["plan closed"]


def test_no_setting_and_no_area_is_a_real_one() -> None:
    for found in rows("setting"):
        assert re.fullmatch(r"(SCH|EYS)-\d{4}|COL-\d{2}", found["setting_id"])
        assert re.fullmatch(r"Area \d", found["area"])


def test_the_themed_audit_and_its_action_tell_the_same() -> None:
    done = next(
        s for s in rows("audit_step") if s["audit_id"] == "AUD-04" and s["change"] == "done"
    )
    assert row("audit", "AUD-04")["planned_on"] == row("action", "ACT-3-3")["due_on"]
    reports = [r for r in rows("report") if r["action_id"] == "ACT-3-3" and r["percent"] == "100"]
    assert done["effective_on"] == reports[0]["effective_on"]
