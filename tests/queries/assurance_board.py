"""A small board with measures of neglect and of the reviewing service, and with reviews."""

from datetime import date, timedelta
from typing import Any, Self

from tests.queries.small_board import SmallBoard

QUARTER = ("2017-10-01", "2017-12-31")


class AssuranceBoard(SmallBoard):
    """Every method adds one entry; ``on`` is the day it is about, ``learned`` when it was known."""

    def figure(
        self,
        measure_id: str,
        number: int | None,
        of_number: float | None = None,
        *,
        period: tuple[str, str] = QUARTER,
        agency_id: str | None = "POLICE",
        **columns: Any,
    ) -> Self:
        """A figure for a period, given as its first and last day; None is withheld by c."""
        given = {
            "measure_id": measure_id,
            "agency_id": agency_id,
            "period_start": period[0],
            "number": number,
            "of_number": of_number,
            "status": None if number is not None else "c",
        }
        return self._add("measure_figure", "", period[1], "SG1", given | columns)

    def target(
        self,
        measure_id: str,
        target: float,
        due_on: str,
        *,
        on: str = "2017-07-01",
        agency_id: str | None = "POLICE",
        **columns: Any,
    ) -> Self:
        given = {
            "measure_id": measure_id,
            "agency_id": agency_id,
            "target": target,
            "due_on": due_on,
            "why": "Agreed.",
        }
        return self._add("measure_target", "", on, "SG1", given | columns)

    def stage(
        self, stage: str, change: str, planned_for: str | None = None, *, on: str, **columns: Any
    ) -> Self:
        """A word on a stage of the neglect strategy."""
        given = {"stage": stage, "change": change, "planned_for": planned_for}
        return self._add("neglect_step", "", on, "SG1", given | columns)

    def launched(self, on: str = "2017-09-29", **columns: Any) -> Self:
        return self.stage("strategy launched", "done", on=on, **columns)

    def case(
        self, review_id: str = "CR", *themes: str, on: str = "2017-06-05", **columns: Any
    ) -> Self:
        given = {"review_kind": "serious case review", "themes": list(themes)}
        return self._add("case_review", review_id, on, "SG1", given | columns)

    def passed(self, stage: str, on: str, review_id: str = "CR", **columns: Any) -> Self:
        given = {"review_id": review_id, "stage": stage}
        if stage == "decided":
            given["outcome"] = columns.pop("outcome", "review")
        return self._add("review_step", "", on, "SG1", given | columns)

    def learn(
        self, key: str = "CR-1", theme: str = "Listening", *, on: str = "2017-07-01", **columns: Any
    ) -> Self:
        """A recommendation of a review."""
        given = {
            "review_id": key.rpartition("-")[0],
            "theme": theme,
            "title": f"Title of {key}",
            "lead_group_id": "SG1",
        }
        return self._add("review_recommendation", key, on, "SG1", given | columns)

    def act(
        self,
        key: str = "CR-1-1",
        *,
        due_on: str | None = None,
        on: str = "2017-07-01",
        **columns: Any,
    ) -> Self:
        """An action for a recommendation of a review."""
        given = {
            "review_rec_id": key.rpartition("-")[0],
            "title": f"Title of {key}",
            "lead_group_id": "SG1",
            "agency_id": "POLICE",
            "start_on": on,
            "due_on": due_on,
            "due_text": None if due_on else "TBC",
        }
        return self._add("review_action", key, on, "SG1", given | columns)

    def told(self, key: str = "CR-1-1", *, on: str, **columns: Any) -> Self:
        """A word on such an action."""
        return self._add(
            "review_update", "", on, "SG1", {"review_action_id": key, "said": "So."} | columns
        )

    def looked(self, found: str, key: str = "CR-1", *, on: str, **columns: Any) -> Self:
        given = {"review_rec_id": key, "found": found, "evidence": f"Seen to be {found}"}
        return self._add("learning_check", "", on, "BG", given | columns)

    def keeps_assurance(self) -> Self:
        """Every kind of entry on neglect and on reviews, some learned late."""
        self.stage("strategy launched", "planned", "2017-09-01", on="2017-06-02")
        self.stage("strategy launched", "moved", "2017-09-20", on="2017-08-02", why="Briefing.")
        self.launched("2017-09-20", learned="2017-10-02")
        self.target("TRAINED", 60, "2017-12-31").target("ATTENDED", 80, "2017-12-31")
        self.target("TRAINED", 40, "2018-01-31", on="2017-11-05")
        self.target("CASELOAD", 70, "2017-12-31", agency_id=None)
        for month, last in (("2017-06", 30), ("2017-08", 31), ("2017-10", 31), ("2017-12", 31)):
            period = (f"{month}-01", f"{month}-{last}")
            number = int(month[-2:])
            self.figure("TRAINED", 10 + number, 80, period=period)
            self.figure("ATTENDED", 20 + number, 80, period=period, learned="2018-01-02")
            self.figure("CASELOAD", 900 + number, 12.5, period=period, agency_id=None)
        self.figure("TRAINED", 30, 80, period=("2017-10-01", "2017-10-31"), learned="2018-01-05")
        for fortnight in range(14):
            end = (date(2017, 6, 7) + timedelta(days=14 * fortnight)).isoformat()
            self.figure("USED", 10 + fortnight, period=("2017-05-25", end), agency_id="HEALTH")
        self.case("CR", "Listening", on="2017-06-05", learned="2017-06-12")
        self.passed("notified", "2017-06-09", learned="2017-06-12")
        self.passed("rapid review", "2017-07-10").passed("decided", "2017-07-11")
        self.passed("published", "2018-01-15", learned="2018-02-01")
        self.case("CS", "Sharing", on="2017-12-04").learn("CR-1", on="2017-08-01")
        self.act("CR-1-1", due_on="2017-10-01", on="2017-08-02")
        self.told("CR-1-1", on="2017-09-01", percent=50)
        self.told("CR-1-1", on="2017-10-01", due_on="2018-01-31", why="Staff.", meeting_id="M")
        self.told("CR-1-1", on="2017-11-01", percent=80, learned="2018-01-20")
        self.told("CR-1-1", on="2018-02-01", to_delivery="proposed complete", evidence="Minutes")
        self.looked("not embedded", "CR-1", on="2017-12-01")
        return self.looked("embedded", "CR-1", on="2018-01-10", learned="2018-02-02")
