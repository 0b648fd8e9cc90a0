"""Forms of the pages of assurance: what is entered shows at once, and only by those who may."""

from contextlib import closing
from dataclasses import replace

import pytest

from scrutiny.journal import Journal
from scrutiny.people import Person
from scrutiny.recording import Refused
from scrutiny.register_recording import record
from scrutiny.warehouse import Warehouse
from tests.conftest import Built
from tests.pages import entering, screen
from tests.pages.entering import BOARD, BUSINESS, NEXT, OFFICER, choose, day, opened, send

LEARNING = "Chair, Learning and Improvement"
EDUCATION = "Chair, Education and Early Help"
NEGLECT = "Chair, Neglect"
AUDIT = {
    "Title": "Supervision of early help",
    "Theme": "Early help",
    "Scale": "single-agency",
    "Agencies": ["CS"],
    "Prompted by": "data",
}


def since(role: str = "Viewer") -> screen.Screen:
    return screen.read(screen.visit("since_last_meeting", {"as_at": NEXT, "role": role}))


def shown(page: str, **query: str) -> screen.Screen:
    return screen.read(opened(page, "Viewer", **query))


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize(
    ("role", "page"),
    [
        *((BOARD, page) for page in ("audits", "education", "neglect")),
        *(("Viewer", page) for page in ("audits", "education", "neglect", "learning")),
    ],
)
def test_who_owns_nothing_there_finds_no_form(page: str, role: str) -> None:
    app = opened(page, role)
    assert entering.offered(app) == []
    assert not [button for button in app.main.button if button.label == "Save"]


@pytest.mark.usefixtures("own")
def test_the_board_moves_actions_of_reviews_and_enters_nothing_else_there() -> None:
    offered = entering.offered(opened("learning", BOARD))
    assert "Sign off an action from a review" in offered
    assert [task for task in offered if "an action from a review" not in task] == []


def test_what_was_entered_is_refused_from_whoever_does_not_own_it(own: Built) -> None:
    app = choose(opened("audits", LEARNING), "Begin an audit", Audit="AUD-11")
    send(app)
    app = choose(opened("education", EDUCATION), "Enter that it closed", Setting="EYS-0101")
    send(app)
    app = choose(opened("neglect", NEGLECT), "Plan a stage", Stage="strategy reviewed")
    send(app, {"Planned for": day("2018-12-06")})
    app = choose(opened("learning", LEARNING), "Begin a review")
    send(app, {"Kind of review": "local learning review"})
    made = entering.entries(own)[-4:]
    assert [entry.kind for entry in made] == [
        "audit_step",
        "setting_change",
        "neglect_step",
        "case_review",
    ]
    stranger = Person("chair-pd", "chair", "Chair, Performance and Data", ("PD",))
    viewer = Person("viewer", "viewer", "Viewer")
    with closing(Journal(own.journal)) as journal:
        store = Warehouse.open(own.build)
        head = journal.head()
        for number, entry in enumerate(made):
            again = replace(entry, seq=None, body={**entry.body})
            for person, by in ((stranger, "PD"), (stranger, entry.by_group_id), (viewer, "PD")):
                theirs = replace(again, by_group_id=by, entered_by=person.person_id)
                with pytest.raises(Refused, match=r"Only|may read this"):
                    record(store, journal, person, theirs, f"{number}-{person.role}-{by}", 99_999)
        assert journal.head() == head
        store.close()


class TestAudits:
    def test_a_planned_audit_joins_the_programme(self, own: Built) -> None:
        app = choose(opened("audits", LEARNING), "Plan an audit")
        app = send(app, AUDIT | {"Day planned": day("2018-11-30")})
        assert entering.said(app) == []
        written = entering.entries(own)[-1]
        assert (written.kind, written.by_group_id) == ("audit", "LI")
        assert written.body["programme"] == "2018-19"
        page = shown("audits", programme="2018-19")
        assert page.line_with("Supervision of early help")
        assert since().line_with("Supervision of early help")

    def test_a_chair_leads_no_audit_of_another_sub_group(self, own: Built) -> None:
        app = choose(opened("audits", LEARNING), "Plan an audit")
        led = entering.field(app, "Sub-group or body that leads")
        assert led.options == ["Learning and Improvement"]
        assert len(entering.entries(own)) > 0

    def test_an_audit_is_moved_with_its_reason(self, own: Built) -> None:
        app = choose(opened("audits", LEARNING), "Move an audit", Audit="AUD-11")
        moved = {"Day planned": day("2018-12-14"), "Reason": "Auditors are ill."}
        app = send(app, moved)
        assert entering.said(app) == []
        assert entering.entries(own)[-1].body["change"] == "moved"
        assert since().line_with("Auditors are ill.")

    def test_a_re_audit_before_its_audit_is_refused_with_its_remedy(self, own: Built) -> None:
        before = len(entering.entries(own))
        app = choose(opened("audits", LEARNING), "Plan an audit")
        late = AUDIT | {"Audit that it repeats": "AUD-12", "Day planned": day("2018-05-01")}
        app = send(app, late)
        (reason,) = entering.said(app)
        assert "a re-audit comes after its audit" in reason
        assert len(entering.entries(own)) == before

    @pytest.mark.parametrize("cases", [1, 5])
    def test_a_small_number_of_cases_is_refused_with_its_remedy(
        self, own: Built, cases: int
    ) -> None:
        before = len(entering.entries(own))
        app = choose(opened("audits", LEARNING), "Complete an audit", Audit="AUD-10")
        app = send(app, {"Cases": cases})
        assert any("from 1 to 5" in reason for reason in entering.said(app))
        assert len(entering.entries(own)) == before

    def test_a_panel_moderates_what_somebody_else_entered(self, own: Built) -> None:
        scores = [entry for entry in entering.entries(own) if entry.kind == "section11_score"]
        key = str(scores[-1].body["section11_score_id"])
        app = choose(
            opened("audits", BUSINESS), "Moderate an agency's score", Score_of_the_agency=key
        )
        app = send(app, {"Score, from 0 to 3": 0, "Reason": "Nothing was shown."})
        assert entering.said(app) == []
        written = entering.entries(own)[-1]
        assert (written.kind, written.by_group_id) == ("section11_moderation", "BG")


class TestEducation:
    def test_a_return_shows_in_the_funnel_and_since_last_meeting(self, own: Built) -> None:
        app = choose(opened("education", EDUCATION), "Enter a return", Setting="COL-64")
        assert entering.field(app, "Year of the return, such as 2017-18").value == "2017-18"
        app = send(app, {"What shows it": "Self-check of 30 April"})
        assert entering.said(app) == []
        written = entering.entries(own)[-1]
        assert (written.kind, written.body["step"]) == ("setting_step", "returned")
        assert since().line_with("return")

    def test_a_check_before_the_return_is_refused(self, own: Built) -> None:
        before = len(entering.entries(own))
        app = choose(opened("education", OFFICER), "Enter that it was verified", Setting="COL-59")
        app = send(app, {"Outcome": "assured"})
        (reason,) = entering.said(app)
        assert "COL-59" in reason
        assert len(entering.entries(own)) == before


class TestNeglect:
    def test_a_stage_moves_with_its_reason(self, own: Built) -> None:
        app = choose(opened("neglect", NEGLECT), "Plan a stage", Stage="strategy reviewed")
        app = send(app, {"Planned for": day("2018-12-06")})
        assert entering.said(app) == []
        assert entering.entries(own)[-1].kind == "neglect_step"
        assert shown("neglect").line_with("6 Dec 2018")
        assert since().line_with("trategy reviewed")

    @pytest.mark.parametrize("number", [1, 5])
    def test_a_small_number_is_refused_with_its_remedy(self, own: Built, number: int) -> None:
        before = len(entering.entries(own))
        figures = [entry for entry in entering.entries(own) if entry.kind == "measure_figure"]
        (last,) = [entry for entry in figures if entry.by_group_id == "NEG"][-1:]
        measure = str(last.body["measure_id"])
        app = choose(opened("neglect", NEGLECT), "Enter a figure", Measure=measure)
        typed: dict[str, object] = {
            "First day of the period": day("2018-04-01"),
            "Last day of the period": day("2018-04-30"),
            "Number": number,
        }
        if "agency_id" in last.body:
            typed["Agency"] = last.body["agency_id"]
        app = send(app, typed)
        assert any("1 to 5" in reason for reason in entering.said(app))
        assert len(entering.entries(own)) == before


class TestLearning:
    def test_a_review_begins_and_shows(self, own: Built) -> None:
        app = choose(opened("learning", LEARNING), "Begin a review")
        app = send(app, {"Kind of review": "local learning review"})
        assert entering.said(app) == []
        written = entering.entries(own)[-1]
        assert (written.kind, written.by_group_id) == ("case_review", "LI")
        assert shown("learning").line_with(str(written.body["review_id"]))
        assert since().line_with(str(written.body["review_id"]))

    def test_what_a_review_recommends_and_whether_it_is_embedded(self, own: Built) -> None:
        app = choose(opened("learning", OFFICER), "Enter what a review recommends", Review="CR-G")
        entering.field(app, "Theme").select_index(0)
        typed = {"Title": "Ask who else is in the home", "Sub-group or body that leads": "LI"}
        app = send(app, typed)
        assert entering.said(app) == []
        made = entering.entries(own)[-1]
        assert shown("learning").line_with("Ask who else is in the home")
        app = choose(
            opened("learning", LEARNING),
            "Say whether learning is embedded",
            What_a_review_recommended=str(made.body["review_rec_id"]),
        )
        app = send(app, {"What was found": "embedded", "What shows it": "Twenty visits read."})
        assert entering.said(app) == []
        assert since().line_with("Ask who else is in the home")
