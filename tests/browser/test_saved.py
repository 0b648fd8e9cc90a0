"""Forms of the registers and acts of the Board as they are done on screen: saved, then seen."""

from playwright.sync_api import Page, expect

from tests.browser import helpers
from tests.browser.test_report import BOARD, BOARD_DAY, choose, entries, report, save
from tests.conftest import Built

DAY = "2018-04-30"
LEAD, REC = "Chair, Education and Early Help", "OFSTED-2017-6"
WHY = "Reason given on the"


def pick(page: Page, label: str, option: str) -> None:
    """Choose from a list by the beginning of the option."""
    helpers.open_list(page, label)
    page.get_by_role("option").filter(has_text=option).first.click()
    helpers.ready(page)


def saved(page: Page, what: str, button: str = "Save") -> None:
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_text(f"Saved: {what}.")).to_be_visible()
    helpers.ready(page)


def seen(page: Page, path: str, *words: str) -> None:
    """These stand on a page that a viewer opens."""
    page.goto(f"/{path}&role=Viewer")
    helpers.ready(page)
    for said in words:
        expect(page.get_by_text(said).first).to_be_attached()


def enter(page: Page, name: str, role: str, what: str) -> None:
    page.goto(f"/{name}?as_at={DAY}&role={role}")
    helpers.ready(page)
    pick(page, "What to enter", what)


def test_a_return_and_a_stage_are_saved_and_seen(own: Built, page: Page) -> None:
    enter(page, "education", LEAD, "Add a college")
    page.get_by_role("textbox", name="District or other area").fill("Area 9")
    pick(page, "Phase", "Sixth form")
    saved(page, "Add a college")
    assert entries(own)[-1].body["setting_kind"] == "college"
    seen(page, f"education?as_at={DAY}&settings_by=area", "Area 9")
    enter(page, "neglect", "Chair, Neglect", "Complete a stage")
    pick(page, "Stage", "strategy reviewed")
    saved(page, "Complete a stage")
    assert entries(own)[-1].body["change"] == "done"
    seen(page, f"since_last_meeting?as_at={BOARD_DAY}", "Neglect strategy: strategy reviewed")
    assert helpers.errors(page) == []


def test_a_recommendation_is_narrowed_and_closed_and_an_action_replaced_at_the_meeting(
    own: Built, page: Page
) -> None:
    before = len(entries(own))
    whole = "Save for the recommendation"
    report(page, f"{LEAD}&whole={REC}", "2018-05-03")
    page.get_by_label("What was asked, such as every school").fill("Every school")
    page.get_by_label("What is done first").fill("Schools below good")
    page.get_by_label(f"{WHY} recommendation").fill("One stage at a time")
    saved(page, "Propose a narrower scope", whole)
    report(page, f"{BOARD}&whole={REC}", BOARD_DAY)
    choose(page, "Accept the narrower scope")
    page.get_by_label(f"{WHY} recommendation").fill("It can be done by autumn")
    saved(page, "Accept the narrower scope", whole)
    choose(page, "Close without implementing")
    page.get_by_label(f"{WHY} recommendation").fill("Another body acts")
    saved(page, "Close without implementing", whole)
    report(page, BOARD, BOARD_DAY, "ACT-1-4")
    choose(page, "Replace by another action")
    pick(page, "Action that takes its place", "ACT-1-")
    page.get_by_label(f"{WHY} action").fill("They are done as one")
    save(page).click()
    expect(page.get_by_text("Saved: Replace by another action.")).to_be_visible()
    made = [entry.kind for entry in entries(own)[before:]]
    assert made == ["scope_request", "scope_decision", "scope", "move", "move"]
    assert str(entries(own)[-1].body["replaced_by_id"]).startswith("ACT-1-")
    words = ("Schools below good", "Another body acts", "They are done as one")
    seen(page, f"since_last_meeting?as_at={BOARD_DAY}", *words)
    assert helpers.errors(page) == []
