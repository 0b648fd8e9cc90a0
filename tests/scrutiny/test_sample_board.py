"""The sample board says what the two papers say, and marks as illustrative what they do not."""

import csv
import re
import tomllib
from datetime import date
from functools import cache
from pathlib import Path

import duckdb
import pytest

from scrutiny import warehouse

DATA = Path(__file__).resolve().parents[2] / "data"
BOARD = DATA / "board"
# In an order that lets every reference find its row.
KINDS = (
    "source", "meeting", "recommendation", "response", "promise", "promise_update", "action",
    "report", "move", "extension", "scope", "challenge", "answer", "note", "assurance",
    "risk", "risk_score", "risk_control", "risk_treatment", "risk_acceptance", "risk_review",
    "risk_link",
    "audit", "audit_step", "audit_grading", "finding", "finding_step",
    "section11_round", "section11_score", "section11_moderation",
    "setting", "setting_change", "setting_step",
    "measure_target", "measure_figure", "neglect_step", "case_review", "review_step",
    "review_recommendation", "review_action", "review_update", "learning_check",
)  # fmt: skip
REFERENCE = ("org_group", "agency", "measure", "learning_theme", "review_limit")
PLAN = ["CSC-2010-3", *(f"CSC-2010-3{point}" for point in "abcdefghj")]
FOUR_TO_SEVEN = [f"CSC-2010-{number}" for number in (4, 5, 6, 7)]
OFSTED = [f"OFSTED-2017-{number}" for number in range(1, 7)]
REGISTERS = KINDS[KINDS.index("risk") :]
ILLUSTRATIVE = (
    "action", "report", "move", "extension", "challenge", "answer", "assurance", *REGISTERS
)  # fmt: skip
FROM_PAPERS = ("source", "recommendation", "response", "promise", "promise_update", "scope", "note")
BOARD_DAY = "2018-02-15"
Row = dict[str, str]


@cache
def rows(kind: str) -> list[Row]:
    with (BOARD / f"{kind}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def row(kind: str, key: str) -> Row:
    return next(found for found in rows(kind) if next(iter(found.values())) == key)


def listed(cell: str) -> list[str]:
    return cell.split("; ") if cell else []


def known(found: Row) -> str:
    return max(found["effective_on"], found["recorded_on"])


def of_action(kind: str, action_id: str, day: str = "9999-12-31") -> list[Row]:
    """Visible rows of one action, in the order in which they count."""
    visible = [r for r in rows(kind) if r["action_id"] == action_id and known(r) <= day]
    return sorted(visible, key=lambda r: r["effective_on"])


def delivery(action_id: str, day: str) -> str:
    moves = of_action("move", action_id, day)
    if moves:
        return moves[-1]["to_delivery"]
    return "in progress" if of_action("report", action_id, day) else "not started"


def actions_in(state: str, day: str) -> list[str]:
    there = [a["action_id"] for a in rows("action") if known(a) <= day]
    return [action_id for action_id in there if delivery(action_id, day) == state]


def due(action_id: str, day: str) -> str:
    later = of_action("extension", action_id, day)
    return later[-1]["due_on"] if later else row("action", action_id)["due_on"]


def days_between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


@cache
def loaded() -> duckdb.DuckDBPyConnection:
    """Every row of the board in the tables of the contract, so that its constraints speak."""
    connection = warehouse.scratch()
    for kind in (*REFERENCE, *KINDS):
        columns = connection.execute(
            "select column_name, data_type from information_schema.columns where table_name = ?",
            [kind],
        ).fetchall()
        types = dict(columns)
        assert list(rows(kind)[0]) == list(types), kind
        marks = ", ".join("?" for _ in types)
        for found in rows(kind):
            values = [
                None if not cell else listed(cell) if types[name].endswith("[]") else cell
                for name, cell in found.items()
            ]
            connection.execute(f"insert into {kind} values ({marks})", values)
    return connection


def answers(sql: str) -> list[tuple]:
    return loaded().cursor().execute(sql).fetchall()


# --- the contract


@pytest.mark.parametrize("kind", [*REFERENCE, *KINDS])
def test_every_row_satisfies_the_contract(kind: str) -> None:
    assert answers(f"select count(*) from {kind}") == [(len(rows(kind)),)]


@pytest.mark.parametrize("kind", ["response", "promise", "note"])
def test_lists_name_known_recommendations(kind: str) -> None:
    ids = {r["rec_id"] for r in rows("recommendation")}
    assert all(set(listed(r["rec_ids"])) <= ids for r in rows(kind))


def test_supporting_bodies_are_known() -> None:
    ids = {g["group_id"] for g in rows("org_group")}
    assert all(set(listed(r["support_group_ids"])) <= ids for r in rows("recommendation"))


def test_settings_name_the_board_its_day_and_one_rule() -> None:
    settings = tomllib.loads((BOARD / "settings.toml").read_text(encoding="utf-8"))
    assert settings["board_name"] == "Kent Safeguarding Children Board"
    assert settings["place"] == "Kent"
    assert settings["default_as_at"] == date(2018, 2, 15)
    assert "illustrative" in settings["notice"]
    (rule,) = settings["rating_rule"]
    assert rule["from_on"] == date(2010, 1, 1)
    horizons = ("due_soon_days", "due_later_days", "cycle_days", "forecast_days")
    assert [rule[name] for name in horizons] == [30, 60, 91, 180]
    assert rule["why"]


def test_every_file_is_in_the_register_once() -> None:
    with (DATA / "register.csv").open(encoding="utf-8", newline="") as file:
        register = [r for r in csv.DictReader(file) if r["path"].startswith("board/")]
    files = [f"board/{path.name}" for path in BOARD.iterdir() if path.suffix in (".csv", ".toml")]
    assert sorted(r["path"] for r in register) == sorted(files)
    assert {r["status"] for r in register} == {"paper", "sample"}


def test_a_file_of_both_kinds_says_so_in_the_register() -> None:
    with (DATA / "register.csv").open(encoding="utf-8", newline="") as file:
        notes = {r["path"]: r["note"] for r in csv.DictReader(file)}
    for kind in (*REFERENCE, *KINDS):
        if len({r["provenance"] for r in rows(kind)}) == 2:
            assert notes[f"board/{kind}.csv"].startswith("Mixed"), kind


# --- from the papers


def test_recommendations_are_the_papers_twenty_one() -> None:
    points = [f"CSC-2010-3{point}" for point in "abcdefghij"]
    wanted = [*OFSTED, "CSC-2010-3", *points, *FOUR_TO_SEVEN]
    assert [r["rec_id"] for r in rows("recommendation")] == wanted
    parents = {r["rec_id"]: r["parent_id"] for r in rows("recommendation") if r["parent_id"]}
    assert parents == dict.fromkeys(points, "CSC-2010-3")


def test_recommendations_carry_the_papers_reference_and_day() -> None:
    for found in rows("recommendation"):
        source, _, ref = found["rec_id"].rpartition("-")
        assert (found["source_id"], found["ref"]) == (source, ref)
        day = "2010-12-08" if source == "CSC-2010" else "2017-06-13"
        assert found["effective_on"] == day
    assert row("source", "CSC-2010")["effective_on"] == "2010-12-08"
    assert row("source", "OFSTED-2017")["effective_on"] == "2017-06-13"


def test_nothing_is_known_before_the_committee_met() -> None:
    assert min(known(r) for kind in KINDS for r in rows(kind)) == "2010-12-08"


def test_the_sources_say_where_the_record_begins_and_ends() -> None:
    committee, ofsted = row("source", "CSC-2010"), row("source", "OFSTED-2017")
    assert all(committee[name] for name in ("synopsis", "reason", "record_note"))
    assert committee["record_ends_on"] == "2011-03-03"
    assert ofsted["made_text"] == "Review of March 2017, report published 13 June 2017"
    assert not ofsted["record_ends_on"]


def test_six_is_led_by_two_named_sub_groups_and_3i_left_to_the_whips() -> None:
    six, whips = row("recommendation", "OFSTED-2017-6"), row("recommendation", "CSC-2010-3i")
    assert (six["lead_group_id"], six["support_group_ids"]) == ("EEH", "QE")
    assert whips["lead_group_id"] == "WHIPS"
    assert [row("org_group", key)["provenance"] for key in ("EEH", "QE")] == ["paper", "paper"]


@pytest.mark.parametrize(
    ("key", "day", "covers", "acceptance", "actioned"),
    [
        ("RSP-2010-12-17-PLAN", "2010-12-17", PLAN, "in principle", "2011-01-11"),
        ("RSP-2010-12-17-3I", "2010-12-17", ["CSC-2010-3i"], "for another body", ""),
        ("RSP-2010-12-17-4TO7", "2010-12-17", FOUR_TO_SEVEN, "accepted", "2011-01-11"),
        ("RSP-2011-03-03-PLAN", "2011-03-03", PLAN, "in principle", "TBC"),
        ("RSP-2018-02-15-1TO5", BOARD_DAY, OFSTED[:5], "accepted", ""),
        ("RSP-2018-02-15-6", BOARD_DAY, OFSTED[5:], "accepted in part", ""),
    ],
)
def test_answers_have_the_papers_days_and_cover(
    key: str, day: str, covers: list[str], acceptance: str, actioned: str
) -> None:
    found = row("response", key)
    assert (found["effective_on"], found["acceptance"]) == (day, acceptance)
    assert listed(found["rec_ids"]) == covers
    assert found["actioned_on"] + found["actioned_text"] == actioned
    assert len(rows("response")) == 6


def test_the_plan_was_promised_for_january_and_moved_twice() -> None:
    promised = row("promise", "PRM-PLAN")
    assert listed(promised["rec_ids"]) == PLAN
    assert (promised["effective_on"], promised["due_on"]) == ("2010-12-17", "2011-01-19")
    assert promised["meeting_id"] == "CSC-2011-01-19"
    moved = [(u["promise_id"], u["effective_on"], u["due_on"]) for u in rows("promise_update")]
    assert moved == [
        ("PRM-PLAN", "2011-01-19", "2011-01-31"),
        ("PRM-PLAN", "2011-03-03", "2011-04-04"),
    ]
    assert "TBC" in row("promise_update", "PUP-PLAN-2")["due_text"]


def test_the_other_promises_have_no_recorded_arrival() -> None:
    report, agenda = row("promise", "PRM-4TO7"), row("promise", "PRM-POSC")
    assert (listed(report["rec_ids"]), report["due_on"]) == (FOUR_TO_SEVEN, "2011-01-19")
    assert (agenda["effective_on"], agenda["due_on"]) == ("2011-03-03", "")
    assert agenda["to_group_id"] == "POSC"
    assert {u["change"] for u in rows("promise_update")} == {"moved"}


def test_first_stage_keeps_the_whole_beside_the_papers_shares() -> None:
    shares = {r["setting_kind"]: r["first_stage_percent"] for r in rows("scope")}
    assert shares == {"Schools": "8", "Early-years settings": "3"}
    for found in rows("scope"):
        assert (found["rec_id"], found["effective_on"]) == ("OFSTED-2017-6", BOARD_DAY)
        assert found["asked"].startswith("Every ")
        assert "below good" in found["first_stage"]


def test_notes_and_meetings_of_the_papers_are_there() -> None:
    assert {"2011-01-19", "2011-03-03"} <= {n["effective_on"] for n in rows("note")}
    vouched = {m["meeting_id"]: m["held_on"] for m in rows("meeting") if m["provenance"] == "paper"}
    days = {"CSC": ("2010-12-08", "2011-01-19"), "CABINET": ("2011-04-04",), "BOARD": (BOARD_DAY,)}
    assert vouched == {f"{group}-{day}": day for group, held in days.items() for day in held}
    assert row("meeting", "CABINET-2011-04-04")["effective_on"] == "2011-03-03"


# --- what is real and what is not


@pytest.mark.parametrize("kind", ILLUSTRATIVE)
def test_the_action_plan_is_all_illustrative(kind: str) -> None:
    assert {r["provenance"] for r in rows(kind)} == {"illustrative"}


@pytest.mark.parametrize("kind", FROM_PAPERS)
def test_what_the_papers_say_is_all_from_the_papers(kind: str) -> None:
    assert {r["provenance"] for r in rows(kind)} == {"paper"}


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_papers_are_cited(kind: str) -> None:
    for found in rows(kind):
        assert bool(found["cited"]) == (found["provenance"] == "paper"), found


@pytest.mark.parametrize("kind", [*REFERENCE, *KINDS])
def test_no_cell_names_a_person(kind: str) -> None:
    titled = re.compile(r"\b(Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir|Dame|Lord|Lady|Prof)\.? [A-Z]")
    assert not [c for r in rows(kind) for c in r.values() if titled.search(c) or "@" in c]


@pytest.mark.parametrize(
    ("kind", "columns"),
    [("report", ("done", "obstacles")), ("assurance", ("evidence",)), ("action", ("title",))],
)
def test_illustrative_work_invents_no_figures(kind: str, columns: tuple[str, ...]) -> None:
    assert not [r for r in rows(kind) for c in columns if re.search(r"\d", r[c])]


def test_titles_fit_a_list_and_asks_are_short() -> None:
    for found in rows("recommendation") + rows("action"):
        assert len(found["title"]) <= 60, found["title"]
    for found in rows("recommendation"):
        assert 1 <= len(re.findall(r"\.(?:\s|$)", found["ask"])) <= 2, found["ask"]


# --- the way an action goes


def test_every_move_is_allowed_and_has_what_it_needs() -> None:
    columns = "from_delivery, to_delivery, gate, needs_evidence, needs_reason, needs_meeting"
    allowed = {r[:2]: r[2:] for r in answers(f"select {columns} from delivery_move")}
    kinds = {g["group_id"]: g["kind"] for g in rows("org_group")}
    for action in rows("action"):
        key, before = action["action_id"], ""
        for move in of_action("move", key):
            first = of_action("report", key, move["effective_on"])
            before = before or ("in progress" if first else "not started")
            gate, *needs = allowed[before, move["to_delivery"]]
            given = [bool(move[name]) for name in ("evidence", "why", "meeting_id")]
            assert kinds[move["by_group_id"]] == gate, move
            assert all(have or not need for have, need in zip(given, needs, strict=True)), move
            assert gate != "sub_group" or move["by_group_id"] == action["lead_group_id"], move
            before = move["to_delivery"]


@pytest.mark.parametrize("kind", ["move", "extension"])
def test_decisions_name_a_meeting_of_the_body_on_that_day(kind: str) -> None:
    for found in rows(kind):
        if found["meeting_id"]:
            meeting = row("meeting", found["meeting_id"])
            decided = (found["by_group_id"], found["effective_on"])
            assert (meeting["group_id"], meeting["held_on"]) == decided, found


def test_every_extension_is_later_than_the_date_before() -> None:
    for action in rows("action"):
        later = of_action("extension", action["action_id"])
        dates = [action["due_on"], *(extension["due_on"] for extension in later)]
        assert dates == sorted(set(dates)), action["action_id"]


def test_meetings_were_announced_well_before_they_were_held() -> None:
    for meeting in rows("meeting"):
        if meeting["held_on"] != "2010-12-08":
            assert days_between(meeting["effective_on"], meeting["held_on"]) >= 30, meeting


def test_nothing_is_reported_before_its_action_is_agreed() -> None:
    for kind in ("report", "move", "extension"):
        for found in rows(kind):
            agreed = row("action", found["action_id"])["effective_on"]
            assert agreed <= found["effective_on"] <= "2018-03-31", found


# --- every state and every trap, at least once


@pytest.mark.parametrize(
    ("state", "day"),
    [
        ("not started", BOARD_DAY), ("in progress", BOARD_DAY), ("paused", BOARD_DAY),
        ("returned", BOARD_DAY), ("reopened", BOARD_DAY), ("proposed complete", BOARD_DAY),
        ("complete", BOARD_DAY), ("signed off", BOARD_DAY),
        ("closed without implementing", BOARD_DAY), ("superseded", BOARD_DAY),
        ("returned", "2018-03-31"), ("proposed complete", "2018-03-31"),
    ],
)  # fmt: skip
def test_every_state_occurs(state: str, day: str) -> None:
    assert actions_in(state, day)


def open_actions(day: str) -> list[str]:
    states = answers("select delivery from delivery_state where is_open")
    return [key for (state,) in states for key in actions_in(state, day)]


def test_six_is_behind_and_one_other_is_a_few_days_late() -> None:
    late = {key for key in open_actions(BOARD_DAY) if "" < due(key, BOARD_DAY) < BOARD_DAY}
    assert late == {"ACT-3-3", "ACT-6-1", "ACT-6-2", "ACT-6-3", "ACT-6-4"}
    assert {row("action", key)["lead_group_id"] for key in late} == {"EEH", "QE", "LI"}


def test_the_february_board_signed_off_three_and_nine_stand() -> None:
    assert len(actions_in("signed off", "2018-02-14")) == 6
    assert len(actions_in("signed off", BOARD_DAY)) == 9
    assert not [m for m in rows("move") if m["rec_id"]]


def test_open_work_without_a_report_for_a_cycle_occurs() -> None:
    told = {key: of_action("report", key, BOARD_DAY) for key in open_actions(BOARD_DAY)}
    last = {key: found[-1]["effective_on"] for key, found in told.items() if found}
    stale = {key for key, day in last.items() if days_between(day, BOARD_DAY) > 91}
    assert stale == {"ACT-3-5", "ACT-6-3"}


def test_a_report_recorded_weeks_late_is_unknown_until_then() -> None:
    weeks = [r for r in rows("report") if days_between(r["effective_on"], known(r)) >= 21]
    assert {r["action_id"] for r in weeks} == {"ACT-2-4", "ACT-6-3"}
    told = [of_action("report", "ACT-6-3", day)[-1] for day in (BOARD_DAY, "2018-02-22")]
    assert [r["percent"] for r in told] == ["10", "20"]


def test_undated_extended_twice_and_completed_late_occur() -> None:
    keys = [a["action_id"] for a in rows("action")]
    assert [key for key in keys if not due(key, BOARD_DAY)] == ["ACT-3-5", "ACT-6-6"]
    assert [k for k in keys if len(of_action("extension", k, BOARD_DAY)) == 2] == ["ACT-5-5"]
    completed = {m["action_id"]: m for m in rows("move") if m["to_delivery"] == "complete"}
    late = [key for key in completed if due(key, BOARD_DAY) < completed[key]["effective_on"]]
    assert "ACT-1-2" in late


def test_a_superseded_action_has_its_successor() -> None:
    (new,) = [a for a in rows("action") if a["replaces_id"]]
    assert delivery(new["replaces_id"], new["effective_on"]) == "superseded"


def test_a_chairs_own_rating_differs_from_the_one_worked_out() -> None:
    last = [of_action("report", key, BOARD_DAY)[-1] for key in ("ACT-2-3", "ACT-6-1")]
    assert [r["own_rating"] for r in last] == ["green", "amber"]  # worked out: amber, red


def test_challenges_are_open_unsatisfied_answered_and_withdrawn() -> None:
    outcomes = {a["challenge_id"]: a["outcome"] for a in rows("answer") if known(a) <= BOARD_DAY}
    raised = {c["challenge_id"] for c in rows("challenge") if known(c) <= BOARD_DAY}
    assert raised - set(outcomes)
    assert set(outcomes.values()) == {"satisfied", "not satisfied", "withdrawn"}


def test_every_level_of_assurance_occurs() -> None:
    levels = {"asserted", "challenged", "evidenced", "impact seen"}
    assert {a["assurance"] for a in rows("assurance")} == levels
