"""Every fact of the two papers can be found on screen, with its date."""

import re

import pytest

from tests.pages.conftest import Look
from tests.pages.screen import DAY

PLAN = "improvement plan"
POINTS = {
    "a": "safeguarding is governed",
    "b": "reward policy",
    "c": "burn-out",
    "d": "how many cases staff carry",
    "e": "silence among social workers",
    "f": "Integrated Children's System",
    "g": "Courts",
    "h": "Serious Case Reviews",
    "i": "searching questions",
    "j": "triage",
}
ASKS = {
    "OFSTED-2017-1": ("dataset", "every agency"),
    "OFSTED-2017-2": ("risks", "agencies' ability"),
    "OFSTED-2017-3": ("audit programme", "across agencies"),
    "OFSTED-2017-4": ("annual report", "serious case reviews", "child deaths"),
    "OFSTED-2017-5": ("neglect strategy", "local authority"),
    "OFSTED-2017-6": ("schools", "colleges", "early-years settings"),
    "CSC-2010-3": ("assurances", "points a to j", "recovery plan"),
    "CSC-2010-4": ("Leader", "Minister"),
    "CSC-2010-5": ("Cabinet Member", "judgement"),
    "CSC-2010-6": ("social worker posts", "vacancies", "since April 2009"),
    "CSC-2010-7": ("referrals", "each agency", "since April 2009"),
}
SCRUTINY = ["CSC-2010-3", *(f"CSC-2010-3{point}" for point in POINTS)]
OFSTED = [f"OFSTED-2017-{number}" for number in range(1, 7)]


@pytest.mark.parametrize(("rec", "words"), ASKS.items())
def test_what_was_asked_is_on_the_list_and_on_its_own_page(
    rec: str, words: tuple[str, ...], look: Look
) -> None:
    assert look("recommendations").line_with(*words)
    assert look("recommendation", rec=rec).line_with(*words)


@pytest.mark.parametrize(("point", "words"), POINTS.items())
def test_each_sub_point_is_under_its_parent_and_on_its_own_page(
    point: str, words: str, look: Look
) -> None:
    assert look("recommendations").line_with(f"↳ 3{point} ", words)
    parent = look("recommendation", rec="CSC-2010-3").table_with("Ref", "Sub-point")
    assert words in parent.set_index("Ref")["Sub-point"][f"3{point}"]
    assert look("recommendation", rec=f"CSC-2010-3{point}").line_with("Sub-point of 3", "3")


FACTS = [
    ("CSC-2010-4", ("Cabinet Scrutiny Committee of 8 December 2010", "to Cabinet")),
    ("CSC-2010-4", ("Ofsted's inspection of safeguarding and looked-after children services",)),
    ("CSC-2010-4", ("why nobody had seen sooner",)),
    ("CSC-2010-3", ("17 Dec 2010", "In principle", "recovery plan", "11 Jan 2011")),
    ("CSC-2010-3", ("3 Mar 2011", PLAN, "4 April", "TBC")),
    ("CSC-2010-3", ("3 Mar 2011", "Corporate POSC agenda")),
    ("CSC-2010-3", ("17 Dec 2010", "Made", "19 Jan 2011", "Cabinet Scrutiny Committee")),
    ("CSC-2010-3", ("19 Jan 2011", "Moved", "31 Jan 2011")),
    ("CSC-2010-3", ("3 Mar 2011", "Moved", "4 Apr 2011", "Cabinet, 4 April 2011")),
    ("CSC-2010-3", ("19 Jan 2011", "Note", "end of January", "no further")),
    ("CSC-2010-3", ("3 Mar 2011", "Note", "4 April", "Corporate POSC")),
    ("CSC-2010-3i", ("17 Dec 2010", "For another body", "party whips")),
    (
        "CSC-2010-3i",
        (
            "Led by",
            "Party whips",
        ),
    ),
    *(
        (f"CSC-2010-{number}", ("17 Dec 2010", "4 to 7", "19 January", "11 Jan 2011"))
        for number in range(4, 8)
    ),
    *((f"CSC-2010-{number}", ("19 Jan 2011", "Note")) for number in range(4, 8)),
    ("CSC-2010-7", ("17 Dec 2010", "Made", "19 Jan 2011")),
    *((rec, ("Review of March 2017", "13 June 2017")) for rec in OFSTED),
    *((rec, ("15 Feb 2018", "Accepted", "Business Plan 2017-20")) for rec in OFSTED),
    *((rec, ("15 Feb 2018", "Note", "significant progress")) for rec in OFSTED),
    *((rec, ("15 Feb 2018", "Note", "Business Group", "signs off")) for rec in OFSTED),
    ("OFSTED-2017-6", ("15 Feb 2018", "Accepted in part", "unrealistic", "8 %", "3 %")),
    ("OFSTED-2017-6", ("15 Feb 2018", "Every school in Kent", "below good", "8 %")),
    ("OFSTED-2017-6", ("15 Feb 2018", "Every early-years setting in Kent", "below good", "3 %")),
    ("OFSTED-2017-6", ("Led by", "Education and Early Help", "with Quality and Effectiveness")),
    ("OFSTED-2017-6", ("15 Feb 2018", "Note", "Education Safeguarding Unit")),
    ("OFSTED-2017-5", ("15 Feb 2018", "Accepted")),
]


@pytest.mark.parametrize(("rec", "words"), FACTS)
def test_a_fact_of_the_papers_is_in_one_line_with_its_date(
    rec: str, words: tuple[str, ...], look: Look
) -> None:
    shown = look("recommendation", rec=rec)
    assert shown.line_with(*words), f"no line with {words} in:\n{shown.text}"


@pytest.mark.parametrize("rec", [rec for rec in SCRUTINY if rec != "CSC-2010-3i"])
def test_the_response_to_3_answers_its_points_but_not_i(rec: str, look: Look) -> None:
    answers = look("recommendation", rec=rec).table_with("Date", "Answer")
    assert list(answers["Date"]) == ["17 Dec 2010", "3 Mar 2011"]
    assert "CSC-2010-3i" not in " ".join(answers["Covers"])


def test_point_i_has_its_own_answer_and_no_promise(look: Look) -> None:
    shown = look("recommendation", rec="CSC-2010-3i")
    assert list(shown.table_with("Date", "Answer")["Acceptance"]) == ["For another body"]
    assert shown.table_with("Promise", "Step").empty
    assert PLAN not in shown.text.split("Story")[0]


@pytest.mark.parametrize("rec", ["CSC-2010-3", "CSC-2010-7"])
def test_the_page_says_where_the_papers_end(rec: str, look: Look) -> None:
    assert look("recommendation", rec=rec).line_with("3 March 2011", "nothing later is known")


def test_recommendation_6_is_behind_and_the_others_are_further_on(look: Look) -> None:
    heads = ("Recommendation", "Rating and progress")
    rated = look("recommendations", as_at=DAY).table_with(*heads)[heads[1]]
    shares = [int(re.findall(r"(\d+)% done", cell)[0]) for cell in rated[:6]]
    assert max(shares) > 50
    assert shares[5] == min(shares) < 50
