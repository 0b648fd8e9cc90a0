"""Report: the Board opens at its meeting what was heard in closed session."""

import pytest

from scrutiny import access
from tests.conftest import Built
from tests.pages import entering, screen
from tests.pages.entering import BOARD, DAY, NEXT, OFFICER, entries
from tests.pages.test_enter import ASKED
from tests.pages.test_whole import act

KEY = "OFSTED-2017-9"
TITLE = str(ASKED["Title"])


@pytest.fixture
def heard(own: Built, monkeypatch: pytest.MonkeyPatch) -> Built:
    """A board with a recommendation heard in closed session, and its chair named for it."""
    lists = access._lists

    def named(row: dict[str, object]) -> tuple[tuple[str, ...], tuple[str, ...]]:
        groups, closed = lists(row)
        return groups, (KEY,) if row["label"] == BOARD else closed

    monkeypatch.setattr(access, "_lists", named)
    app = entering.choose(entering.opened("enter", OFFICER), "A recommendation")
    app = entering.send(app, ASKED | {"Heard in closed session": True})
    assert entering.said(app) == []
    return own


def seen(page: str, day: str, **query: str) -> str:
    return screen.read(screen.visit(page, {"as_at": day, "role": "Viewer"} | query)).text


def test_the_board_opens_it_at_its_meeting_and_the_days_before_stay_closed(heard: Built) -> None:
    assert TITLE not in seen("recommendations", NEXT)
    said = act(BOARD, NEXT, "open", rec=KEY)
    assert said == [r"Give the reason\."]
    assert act(BOARD, NEXT, "open", rec=KEY, reason="The young people agreed") == [
        "Saved: Open it to all readers."
    ]
    assert entries(heard)[-1].body["meeting_id"] == f"BOARD-{NEXT}"
    assert TITLE in seen("recommendations", NEXT)
    assert "The young people agreed" in seen("recommendation", NEXT, rec=KEY)
    assert TITLE in seen("since_last_meeting", NEXT)
    assert TITLE not in seen("recommendations", DAY)
    assert TITLE not in seen("recommendation", DAY, rec=KEY)
