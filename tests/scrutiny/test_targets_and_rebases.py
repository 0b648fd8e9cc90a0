"""Targets and rebases that a board keeps in its folder, from the file to the answer."""

import csv
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Built

TARGETS = "target_id,indicator_id,target,from_on,reason,by_role,provenance"
REBASES = "rebase_id,indicator_id,from_on,reason,by_role,provenance"
DAY = "as_at=2024-12-31"


@pytest.fixture
def own(built: Built, tmp_path: Path) -> Built:
    """A copy of the sample board, to which a test adds its files."""
    return Built(Path(shutil.copytree(built.board, tmp_path / "board")), tmp_path / "build")


def put(store: Built, name: str, head: str, *rows: str) -> None:
    (store.board / name).write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


def asked(store: Built, *question: str) -> list[dict[str, Any]]:
    done = store.run("ask", *question, DAY)
    assert done.returncode == 0, done.stderr
    return list(csv.DictReader(done.stdout.splitlines()))


def test_a_target_and_a_rebase_reach_limits_scorecard_and_remarks(own: Built) -> None:
    put(
        own, "targets.csv", TARGETS,
        "T1,rereferrals_pct,20,2015-04-01,As the neighbours do.,The Board,illustrative",
        "T2,rereferrals_pct,18.5,2018-04-01,Better than they do.,The Board,illustrative",
        "T3,referrals_monthly,1500,2018-04-01,Expected.,The Board,illustrative",
    )  # fmt: skip
    put(
        own, "rebases.csv", REBASES,
        "B1,referrals_monthly,2019-04-01,A new front door.,Business Group,illustrative",
    )  # fmt: skip
    done = own.run("init")
    assert done.returncode == 0, done.stdout + done.stderr

    years = asked(own, "indicators/compared", "indicator=rereferrals_pct")
    aims = {row["period_end"]: row["target"] for row in years}
    assert (aims["2015-03-31"], aims["2016-03-31"], aims["2019-03-31"]) == ("", "20.0", "18.5")

    months = {row["period_end"]: row for row in asked(
        own, "indicators/limits", "indicator=referrals_monthly"
    )}  # fmt: skip
    before, after = months["2019-03-31"], months["2019-04-30"]
    assert (before["part"], before["points"]) == ("0", "84")
    assert (after["part"], after["points"]) == ("1", "60")
    assert before["mean"] != after["mean"]
    assert after["assurance"] == "none"  # activity has no better way

    (card,) = [
        r for r in asked(own, "indicators/scorecard") if r["indicator_id"] == "rereferrals_pct"
    ]
    assert card["target"] == "18.5"
    remarks = asked(own, "indicators/breaks", "indicator=referrals_monthly")
    found = {(row["kind"], row["on_day"], row["reason"], row["by_role"]) for row in remarks}
    assert ("rebase", "2019-04-01", "A new front door.", "Business Group") in found
    assert ("target", "2018-04-01", "Expected.", "The Board") in found


def test_a_day_that_begins_no_period_stops_the_build_and_leaves_the_old_one_up(own: Built) -> None:
    assert own.run("init").returncode == 0
    before = own.run("ask", "indicators/limits", "indicator=referrals_monthly", DAY).stdout
    put(
        own, "rebases.csv", REBASES,
        "B1,referrals_monthly,2019-04-01,Right.,Business Group,illustrative",
        "B2,referrals_monthly,2019-04-02,Not a first day.,Business Group,illustrative",
        "B3,no_such_key,2019-04-01,No such indicator.,Business Group,illustrative",
    )  # fmt: skip
    put(own, "targets.csv", TARGETS, "T1,referals,9,2018-04-01,Misspelt.,The Board,illustrative")
    done = own.run("build")
    assert done.returncode == 1
    said = done.stdout + done.stderr
    for file, row, value, remedy in (
        ("rebases.csv", "3", "2019-04-02", "first day of one that is in it"),
        ("rebases.csv", "4", "no_such_key", "correct it"),
        ("targets.csv", "2", "referals", "correct it"),
    ):
        line = next((line for line in said.splitlines() if file in line and value in line), "")
        assert row in line, said
        assert remedy in line, said
    after = own.run("ask", "indicators/limits", "indicator=referrals_monthly", DAY).stdout
    assert after == before
