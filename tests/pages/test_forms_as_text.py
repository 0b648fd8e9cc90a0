"""What is typed into a form is shown as text: never markup, a link or a picture."""

from tests.conftest import Built
from tests.pages import entering, screen
from tests.pages.entering import NEXT, OFFICER, choose, opened, send
from tests.pages.hostile import HOSTILE

TYPED = " ".join(HOSTILE)


def test_hostile_words_typed_into_forms_are_shown_as_they_are(own: Built) -> None:
    score = {
        "Which score": "current",
        "Likelihood": 2,
        "Impact": 3,
        "Strength of the knowledge behind it": "strong",
        "Reason": TYPED,
    }
    app = send(choose(opened("risk", OFFICER, risk="RISK-1"), "Score it"), score)
    assert entering.said(app) == []
    app = send(
        choose(opened("audits", OFFICER), "Begin an audit", Audit="AUD-11"), {"Reason": TYPED}
    )
    assert entering.said(app) == []
    app = choose(opened("learning", OFFICER), "Enter what a review recommends", Review="CR-G")
    entering.field(app, "Theme").select_index(0)
    app = send(app, {"Title": TYPED, "Sub-group or body that leads": "LI"})
    assert entering.said(app) == []
    last = entering.entries(own)[-1].seq
    pages = [
        opened("risk", OFFICER, risk="RISK-1"),
        opened("register", OFFICER),
        opened("audits", OFFICER),
        opened("learning", OFFICER),
        opened("enter", OFFICER),
        opened("enter", OFFICER, entry=str(last)),
        screen.visit("since_last_meeting", {"as_at": NEXT, "role": OFFICER}),
    ]
    shows = 0
    for page in pages:
        assert not page.exception
        # what stands in a box to be typed over is no markup, and stays as it was typed
        boxes = {box.value for box in [*page.main.text_input, *page.main.text_area]}
        for line in set(screen.read(page).raw) - boxes:
            shows += "evil" in line
            for marks in HOSTILE:
                assert marks not in line, f"{marks} stands unescaped in: {line}"
    assert shows >= 4
