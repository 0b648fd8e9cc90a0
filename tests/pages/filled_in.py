"""What is typed into each form of the catalogue on the sample board, in an order that may be kept.

A step is what to enter, the role that does, what it is about (label and key) and what is typed.
"""

from typing import NamedTuple

from tests.pages.entering import BOARD, BUSINESS, OFFICER, day

CHAIR, MEMBER = "Chair, Learning and Improvement", "Member, Business Group"
Typed = dict[str, object]


class Step(NamedTuple):
    """One form filled in."""

    task: str
    role: str
    about: tuple[str, str] = ("", "")
    typed: Typed = {}


def _about(label: str, *steps: tuple[str, str, Typed], key: str) -> list[Step]:
    return [Step(task, role, (label, key), typed) for task, role, typed in steps]


WHY: Typed = {"Reason": "As was seen at the visit."}
SAID: Typed = {"What was said": "It was talked over at the visit."}
BY: Typed = {"Body that says so": "BOARD", "Role that says so": "Independent chair"}
BG_MET: Typed = {"Meeting that decided it": "BG-2018-03-15"}
BOARD_MET: Typed = {"Meeting that decided it": "BOARD-2018-02-15"}
SHOWN: Typed = {"What shows it": "A note of the visit"}
NEW_SETTING: Typed = {"District or other area, never a name of the setting": "Area 5"}
_WORK = "Action from a review"
_FIRST, _SECOND, _THIRD, _FOURTH = "CR-E-1-1", "CR-D-1-1", "CR-B-1-2", "CR-A-2-2"

RISK = [
    Step(
        "Score it",
        CHAIR,
        typed=WHY
        | {
            "Which score": "current",
            "Likelihood": 2,
            "Impact": 3,
            "Strength of the knowledge behind it": "strong",
        },
    ),
    Step(
        "Review it",
        CHAIR,
        typed={
            "Outcome": "keep",
            "What the review found": "Nothing has changed.",
            "Day of the next review": day("2018-09-06"),
        },
    ),
    Step("Decide its treatment", BUSINESS, typed=WHY | {"Treatment": "treat"}),
    Step(
        "Accept it until a day",
        BOARD,
        typed=WHY
        | {"Last day on which it holds": day("2018-12-31"), "Meeting": "BOARD-2018-02-15"},
    ),
    Step(
        "Add a control or a further action",
        OFFICER,
        typed={"What": "Calls after help ends", "State": "further action", "Agency": "CS"},
    ),
    Step("Say what bears on it", BUSINESS, typed={"Action of the board's plan": "ACT-2-1"}),
    Step("Close it", BOARD, typed=WHY | {"What the review found": "It has gone."}),
]
REGISTER = [
    Step(
        "Raise a risk",
        OFFICER,
        typed=BY
        | {
            "Title": "Help ends before change is seen",
            "Cause": "Cases close early.",
            "Event": "A family comes back.",
            "Effect": "Harm lasts longer.",
            "Body that owns it": "LI",
            "Agency": "CS",
            "Appetite, from 1 to 25": 8,
        },
    )
]
AUDITS = [
    Step(
        "Plan an audit",
        CHAIR,
        typed={
            "Title": "Supervision of early help",
            "Theme": "Early help",
            "Scale": "single-agency",
            "Agencies": ["CS"],
            "Prompted by": "data",
        },
    ),
    *_about(
        "Audit",
        ("Move an audit", CHAIR, WHY | {"Day planned": day("2018-12-14")}),
        ("Begin an audit", CHAIR, {}),
        ("Complete an audit", OFFICER, {"Cases": 18}),
        (
            "Enter a grade",
            CHAIR,
            {"Side of practice": "practice overall", "Grade": "good", "Cases": 18},
        ),
        (
            "Enter a finding",
            CHAIR,
            {"Side of practice": "working together", "Finding": "Plans are seldom shared in time."},
        ),
        key="AUD-11",
    ),
    *_about("Audit", ("Cancel an audit", CHAIR, WHY), key="AUD-13"),
    *_about(
        "Finding",
        ("Agree an action", CHAIR, {"What the agency does by itself": "A list on every desk."}),
        ("Say that the action is done", CHAIR, {}),
        key="FND-06-1",
    ),
    *_about(
        "Finding",
        (
            "Enter the result of a re-audit",
            CHAIR,
            {"Audit that looked again": "AUD-11", "Result": "improved"},
        ),
        key="FND-03-2",
    ),
    *_about("Finding", ("Close a finding without action", CHAIR, WHY), key="FND-04-2"),
    Step(
        "Ask for self-assessments",
        BUSINESS,
        typed={
            "What the round is called": "Section 11 self-assessments 2018-19",
            "Agencies": ["CS", "PROBATION"],
            "Day due": day("2018-11-30"),
        },
    ),
    *_about(
        "Round of self-assessments",
        (
            "Enter an agency's own score",
            OFFICER,
            {"Agency": "PROBATION", "Standard": "training", "Score, from 0 to 3": 2},
        ),
        key="S11-2017",
    ),
    *_about(
        "Score of the agency",
        ("Moderate an agency's score", BUSINESS, WHY | {"Score, from 0 to 3": 0}),
        key="S11-EARLY-YEARS-8",
    ),
]
EDUCATION = [
    *_about(
        "Setting",
        ("Ask for a return", OFFICER, {"Day due": day("2018-06-29")}),
        ("Enter a return", OFFICER, SHOWN),
        ("Enter that it was verified", OFFICER, {"Outcome": "plan needed"}),
        ("Agree a plan", OFFICER, {"Day due": day("2018-07-20")}),
        ("Close a plan", OFFICER, SHOWN),
        ("Enter a new grade", OFFICER, {"Grade": "good"}),
        ("Enter that it closed", OFFICER, {}),
        key="EYS-0920",
    ),
    Step("Add a school", OFFICER, typed=NEW_SETTING | {"Phase": "primary"}),
    Step("Add a college", OFFICER, typed=NEW_SETTING | {"Phase": "sixth form"}),
    Step("Add an early-years setting", OFFICER, typed=NEW_SETTING | {"Phase": "childminder"}),
]
NEGLECT = [
    *_about(
        "Measure",
        (
            "Enter a figure",
            OFFICER,
            {
                "Agency": "CS",
                "First day of the period": day("2018-03-01"),
                "Last day of the period": day("2018-03-31"),
                "Number": 12,
            },
        ),
        (
            "Set a target",
            BUSINESS,
            WHY | {"Agency": "CS", "Target": 40.0, "Day due": day("2018-12-31")},
        ),
        key="neglect_tool_used",
    ),
    *_about(
        "Stage",
        ("Plan a stage", OFFICER, {"Planned for": day("2018-12-06")}),
        ("Move a stage", OFFICER, WHY | {"Planned for": day("2019-01-17")}),
        ("Complete a stage", OFFICER, {}),
        key="strategy reviewed",
    ),
]
LEARNING = [
    Step("Begin a review", CHAIR, typed={"Kind of review": "local learning review"}),
    *_about(
        "Review",
        ("Enter a stage of a review", CHAIR, {"Stage": "rapid review"}),
        (
            "Enter what a review recommends",
            CHAIR,
            {
                "Title": "Ask who else is in the home",
                "Theme": "Challenge between professionals",
                "Sub-group or body that leads": "LI",
            },
        ),
        key="CR-G",
    ),
    *_about(
        "What a review recommended",
        ("Say whether learning is embedded", CHAIR, SHOWN | {"What was found": "embedded"}),
        (
            "Agree an action from a review",
            CHAIR,
            {
                "Title": "Ask at every first visit",
                "Sub-group or body that leads": "LI",
                "Agency": "CS",
                "Day due": day("2018-09-28"),
            },
        ),
        key="CR-A-2",
    ),
    *_about(
        _WORK,
        ("Report on an action from a review", CHAIR, SAID | {"Percent done": 30}),
        ("Pause an action from a review", CHAIR, SAID | WHY),
        ("Take up an action from a review", CHAIR, SAID),
        ("Propose an action from a review as complete", OFFICER, SAID | SHOWN),
        ("Return an action from a review", BUSINESS, SAID | WHY),
        key=_FIRST,
    ),
    *_about(
        _WORK,
        ("Propose an action from a review as complete", OFFICER, SAID | SHOWN),
        ("Accept an action from a review as complete", BUSINESS, SAID),
        ("Sign off an action from a review", BOARD, SAID | BOARD_MET),
        ("Reopen an action from a review", BOARD, SAID | WHY | BOARD_MET),
        key=_SECOND,
    ),
    *_about(
        _WORK,
        (
            "Give an action from a review a later date",
            MEMBER,
            SAID | WHY | BG_MET | {"Later date": day("2018-10-26")},
        ),
        ("Replace an action from a review", BOARD, SAID | WHY | BOARD_MET),
        key=_THIRD,
    ),
    *_about(
        _WORK,
        ("Close an action from a review without implementing", BOARD, SAID | WHY | BOARD_MET),
        key=_FOURTH,
    ),
]
_REC = "OFSTED-2017-2"
ENTER = [
    Step(
        "A recommendation",
        OFFICER,
        typed=BY
        | {
            "Set of recommendations": "OFSTED-2017",
            "Reference in the paper": "9",
            "Title": "Hear from young carers",
            "What was asked": "Ask young carers how they are helped.",
            "Sub-group or body that leads": "QE",
        },
    ),
    *_about(
        "Recommendation",
        (
            "An action",
            OFFICER,
            BY
            | {
                "Title": "Ask forty young carers",
                "Sub-group or body that leads": "QE",
                "Agency": "CS",
                "Day due": day("2018-09-30"),
            },
        ),
        key=_REC,
    ),
    Step(
        "A meeting",
        OFFICER,
        typed=BY
        | {
            "Body that meets": "BOARD",
            "Day of the meeting": day("2018-04-20"),
            "Title": "Board, 20 April 2018",
        },
    ),
    Step(
        "A set of recommendations",
        OFFICER,
        typed=BY
        | {
            "Title": "Review of the year",
            "When and where it was made": "At the Board in April 2018",
            "Body that must answer": "BOARD",
        },
    ),
    Step(
        "An answer to recommendations",
        OFFICER,
        typed=BY
        | {
            "Recommendations": [_REC],
            "Acceptance": "accepted",
            "Answer": "All of it will be done by the summer.",
        },
    ),
    Step(
        "A promise",
        OFFICER,
        typed=BY
        | {
            "Recommendations": [_REC],
            "What is promised": "A list of every risk",
            "Body it is promised to": "CSC",
            "Day due": day("2018-06-29"),
        },
    ),
    *_about(
        "Promise",
        ("A promise that moves", OFFICER, BY | SAID | {"New day": day("2018-07-31")}),
        ("A promise that is kept", OFFICER, BY | SAID),
        ("A promise that is withdrawn", OFFICER, BY | SAID),
        key="PRM-POSC",
    ),
    Step(
        "A note",
        OFFICER,
        typed=BY | SAID | {"Recommendations": [_REC], "Meeting it was said at": "BOARD-2018-02-15"},
    ),
]
PAGES = {
    "risk": RISK,
    "register": REGISTER,
    "audits": AUDITS,
    "education": EDUCATION,
    "neglect": NEGLECT,
    "learning": LEARNING,
    "enter": ENTER,
}
