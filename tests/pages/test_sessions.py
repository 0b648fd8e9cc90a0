"""Two readers at once, each with a day of their own."""

from datetime import date

from tests.pages import screen


def test_two_sessions_at_different_days_do_not_disturb_each_other() -> None:
    early = screen.visit("recommendations", {"as_at": "2011-03-01"})
    late = screen.visit("recommendations", {"as_at": "2018-03-31", "group": "Neglect"})
    seen_early, seen_late = screen.read(early), screen.read(late)
    assert len(seen_early.table_with("Recommendation", "Leads")) == 15
    assert list(seen_late.table_with("Recommendation", "Leads")["Leads"]) == ["Neglect"]
    assert screen.read(early.run()).lines == seen_early.lines
    assert screen.read(late.run()).lines == seen_late.lines


def test_going_back_to_a_day_shows_what_it_showed_before() -> None:
    app = screen.visit("at_a_glance", {"as_at": "2017-12-07"})
    before = screen.read(app).lines
    for day in ("2018-03-31", "2010-12-01", "2017-12-07"):
        app.date_input(key="as_at").set_value(date.fromisoformat(day)).run()
    assert screen.read(app).lines == before
