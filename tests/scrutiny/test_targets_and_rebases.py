"""Targets and rebases that a board keeps in its folder, from the file to the answer."""

import csv
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from scrutiny.warehouse import Warehouse
from tests.conftest import Built

TARGETS = "target_id,indicator_id,target,from_on,reason,by_role,provenance"
REBASES = "rebase_id,indicator_id,from_on,reason,by_role,provenance"


@pytest.fixture
def own(built: Built, tmp_path: Path) -> Built:
    """A copy of the sample board, to which a test adds its files."""
    return Built(Path(shutil.copytree(built.board, tmp_path / "board")), tmp_path / "build")


def put(store: Built, name: str, head: str, *rows: str) -> None:
    (store.board / name).write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")


@contextmanager
def opened(store: Built) -> Iterator[Callable[..., list[dict[str, str]]]]:
    """Asks the warehouse that is up, opened once; answers are as in a download."""
    with closing(Warehouse.open(store.build)) as warehouse:

        def ask(name: str, **more: str) -> list[dict[str, str]]:
            found = warehouse.ask(name, as_at="2024-12-31", **more)
            return list(csv.DictReader(found.to_csv(index=False).splitlines()))

        yield ask


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

    with opened(own) as ask:
        years = ask("indicators/compared", indicator="rereferrals_pct")
        limits = ask("indicators/limits", indicator="referrals_monthly")
        cards = ask("indicators/scorecard")
        remarks = ask("indicators/breaks", indicator="referrals_monthly")
    aims = {row["period_end"]: row["target"] for row in years}
    assert (aims["2015-03-31"], aims["2016-03-31"], aims["2019-03-31"]) == ("", "20.0", "18.5")

    months = {row["period_end"]: row for row in limits}
    before, after = months["2019-03-31"], months["2019-04-30"]
    assert (before["part"], before["points"]) == ("0", "84")
    assert (after["part"], after["points"]) == ("1", "60")
    assert before["mean"] != after["mean"]
    assert after["assurance"] == "none"  # activity has no better way

    (card,) = [row for row in cards if row["indicator_id"] == "rereferrals_pct"]
    assert card["target"] == "18.5"
    found = {(row["kind"], row["on_day"], row["reason"], row["by_role"]) for row in remarks}
    assert ("rebase", "2019-04-01", "A new front door.", "Business Group") in found
    assert ("target", "2018-04-01", "Expected.", "The Board") in found


def test_a_day_that_begins_no_period_stops_the_build_and_leaves_the_old_one_up(own: Built) -> None:
    assert own.run("init").returncode == 0
    with opened(own) as ask:
        before = ask("indicators/limits", indicator="referrals_monthly")
    assert before
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
    with opened(own) as ask:
        assert ask("indicators/limits", indicator="referrals_monthly") == before
