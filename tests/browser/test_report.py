"""The way of one action through the gates, by the people who may, as they see it on screen."""

from contextlib import closing

from playwright.sync_api import Locator, Page, expect

from scrutiny.journal import Entry, Journal
from tests.browser import helpers
from tests.conftest import Built

CHAIR, OFFICER = "Chair, Performance and Data", "Programme officer"
BUSINESS, MEMBER = "Chair, Business Group", "Member, Business Group"
BOARD = "Independent chair of the Board"
ACTION, TITLE = "ACT-1-4", "Add measures from health and early help"
# after the sample's last entry, up to the Board's last meeting in it
PROPOSED, RETURNED, AGAIN, COMPLETE, BOARD_DAY = (
    "2018-04-20",
    "2018-05-03",
    "2018-05-08",
    "2018-05-10",
    "2018-05-17",
)


def entries(store: Built) -> list[Entry]:
    with closing(Journal(store.journal)) as journal:
        return list(journal.entries())


def report(page: Page, role: str, day: str, action: str = "") -> Page:
    """The page Report in a role on a day, opened by its link."""
    query = {"as_at": day, "role": role} | ({"action": action} if action else {})
    page.goto("/report?" + "&".join(f"{name}={value}" for name, value in query.items()))
    return helpers.ready(page)


def choose(page: Page, verb: str) -> Page:
    what = page.get_by_role("radio", name=verb, exact=True)
    if not what.is_checked():
        needs = page.get_by_test_id("stCaptionContainer")
        shown = needs.all_inner_texts()
        what.check(force=True)
        expect(needs).not_to_have_text(shown)  # the form is that of the verb
    return helpers.ready(page)


def save(page: Page) -> Locator:
    return page.get_by_role("button", name="Save", exact=True)


def send(page: Page, verb: str, **typed: str) -> None:
    """One act: choose it, fill in what is given by the beginning of each label, save."""
    choose(page, verb)
    for label, words in typed.items():
        page.get_by_label(label.replace("_", " ")).first.fill(words)
    save(page).click()
    expect(page.get_by_text(f"Saved: {verb}.")).to_be_visible()
    helpers.ready(page)


def told(page: Page, title: str) -> list[tuple[str, str]]:
    """What Since last meeting tells of an action, newest first: the day, and what happened."""
    rows = page.get_by_test_id("stTable").last.locator("tbody tr").filter(has_text=title)
    cells = [row.locator("td").all_inner_texts() for row in rows.all()]
    return [(line[0], " ".join(line[1:])) for line in cells]


def test_the_way_from_proposal_to_sign_off(own: Built, page: Page) -> None:
    before = len(entries(own))
    report(page, CHAIR, PROPOSED, ACTION)
    send(page, "Propose as complete", Evidence="Minutes of the pilot")
    report(page, BUSINESS, RETURNED, ACTION)
    send(page, "Return to the sub-group", Reason="Which schools took part?")
    report(page, CHAIR, AGAIN, ACTION)
    send(page, "Report progress", What_was_done="The schools are listed")
    send(page, "Propose as complete", Evidence="List of the schools")
    report(page, MEMBER, COMPLETE, ACTION)
    send(page, "Accept as complete")
    report(page, BOARD, BOARD_DAY, ACTION)
    send(page, "Sign off")
    made = entries(own)[before:]
    assert [(entry.kind, entry.body.get("to_delivery"), entry.entered_by) for entry in made] == [
        ("move", "proposed complete", "chair-pd"),
        ("move", "returned", "business-chair"),
        ("report", None, "chair-pd"),
        ("move", "proposed complete", "chair-pd"),
        ("move", "complete", "business-member"),
        ("move", "signed off", "board-chair"),
    ]
    assert made[-1].body["meeting_id"] == "BOARD-2018-05-17"
    page.goto(f"/since_last_meeting?as_at={BOARD_DAY}&role=Viewer")
    helpers.ready(page)
    story = told(page, TITLE)
    assert [day for day, _ in story] == [
        f"{day}\u00a0{month}\u00a02018"
        for day, month in ((17, "May"), (10, "May"), (8, "May"), (3, "May"), (20, "Apr"))
    ]
    for (_, line), words in zip(
        story,
        (
            ("Signed off", "Kent Safeguarding Children Board"),
            ("Accepted as complete", "Business Group"),
            ("Proposed as complete", "List of the schools"),
            ("Returned", "Business Group", "Which schools took part?"),
            ("Proposed as complete", "Minutes of the pilot"),
        ),
        strict=True,
    ):
        assert all(word in line for word in words), line


def test_a_viewer_of_the_same_page_finds_no_form(page: Page) -> None:
    report(page, "Viewer", PROPOSED, ACTION)
    expect(page.get_by_text("You read as a viewer.")).to_be_visible()
    main = page.get_by_test_id("stMain")
    assert save(page).count() == 0
    assert main.locator("input, textarea, form, [data-testid=stForm]").count() == 0


def test_a_double_click_and_a_reload_append_once(own: Built, page: Page) -> None:
    before = len(entries(own))
    choose(report(page, CHAIR, PROPOSED, ACTION), "Report progress")
    page.get_by_label("What was done").fill("Two agencies agreed")
    save(page).dblclick()
    expect(page.get_by_text("Saved: Report progress.")).to_be_visible()
    helpers.ready(page)
    page.reload()
    helpers.ready(page)
    assert [entry.body["done"] for entry in entries(own)[before:]] == ["Two agencies agreed"]
    expect(page.get_by_label("What was done")).to_have_value("")


def test_another_tab_shows_it_at_its_next_click(page: Page) -> None:
    report(page, CHAIR, PROPOSED, ACTION)
    other = page.context.new_page()
    helpers.watch(other)
    other.goto(f"/actions?as_at={PROPOSED}&role=Viewer")
    helpers.ready(other)
    row = other.get_by_test_id("stTable").last.locator("tbody tr").filter(has_text=TITLE)
    assert "proposed complete" not in row.inner_text().lower()
    page.bring_to_front()
    send(page, "Propose as complete", Evidence="Minutes of the pilot")
    other.bring_to_front()
    other.get_by_role("radio", name="agency").check(force=True)
    expect(row).to_contain_text("Proposed complete")
    assert helpers.errors(other) == []


def test_a_form_that_somebody_overtook_shows_what_changed_and_asks(own: Built, page: Page) -> None:
    choose(report(page, CHAIR, PROPOSED, ACTION), "Report progress")
    page.get_by_label("What was done").fill("By the chair")
    other = page.context.new_page()
    choose(report(other, OFFICER, PROPOSED, ACTION), "Report progress")
    other.get_by_label("Percent done").fill("85")
    send(other, "Report progress", What_was_done="By the officer")
    before = len(entries(own))
    page.bring_to_front()
    save(page).click()
    expect(page.get_by_text("since you opened this form")).to_be_visible()
    expect(page.get_by_text("By the officer")).to_be_visible()
    expect(page.get_by_label("What was done")).to_have_value("By the chair")
    assert len(entries(own)) == before
    save(page).click()
    expect(page.get_by_text("Saved: Report progress.")).to_be_visible()
    assert entries(own)[-1].body["done"] == "By the chair"


def test_what_was_typed_survives_an_error(own: Built, page: Page) -> None:
    before = len(entries(own))
    choose(report(page, CHAIR, PROPOSED, ACTION), "Report progress")
    page.get_by_label("What is in the way").fill("Staff are few")
    save(page).click()
    expect(page.get_by_text("What was done: this must be given.")).to_be_visible()
    expect(page.get_by_label("What is in the way")).to_have_value("Staff are few")
    assert len(entries(own)) == before
    send(page, "Report progress", What_was_done="Two of four")
    assert entries(own)[-1].body["obstacles"] == "Staff are few"


def reply(page: Page, verb: str, label: str, words: str) -> None:
    """One act on the challenge that the page shows."""
    choose(page, verb)
    name = "Save answer" if label == "Answer" else "Save decision"
    button = page.get_by_role("button", name=name)
    form = page.get_by_test_id("stForm").filter(has=button)
    form.get_by_label(label, exact=True).fill(words)
    button.click()
    expect(page.get_by_text(f"Saved: {verb}.")).to_be_visible()
    helpers.ready(page)


def test_a_challenge_is_put_answered_and_judged(own: Built, page: Page) -> None:
    before = len(entries(own))
    report(page, BUSINESS, RETURNED, ACTION)
    send(page, "Challenge the sub-group", Question="Which agency has no measures?")
    key = str(entries(own)[-1].body["challenge_id"])
    report(page, f"{CHAIR}&challenge={key}", AGAIN)
    waiting = page.get_by_test_id("stTable").last.locator("tbody tr").filter(has_text=key)
    expect(waiting).to_contain_text("Which agency has no measures?")
    reply(page, "Answer the challenge", "Answer", "Health, until June.")
    expect(waiting).to_have_count(0)
    report(page, f"{MEMBER}&challenge={key}", COMPLETE)
    expect(page.get_by_text("The answer: “Health, until June.”")).to_be_visible()
    reply(page, "Accept the answer", "Reason given on the challenge", "June is soon enough.")
    made = [(entry.kind, entry.body.get("outcome")) for entry in entries(own)[before:]]
    assert made == [("challenge", None), ("answer", "answered"), ("answer", "satisfied")]
    page.goto(f"/since_last_meeting?as_at={BOARD_DAY}&role=Viewer")
    helpers.ready(page)
    lines = [line for _, line in told(page, "Which agency has no measures?")]
    assert len(lines) == 3
    assert "June is soon enough." in lines[0]
    assert "Health, until June." in lines[1]
