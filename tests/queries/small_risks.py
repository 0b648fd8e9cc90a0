"""The small board with a risk register: each method adds one entry about a risk."""

from typing import Any, Self

from tests.queries.small_board import SmallBoard

RAISED = "2017-07-01"


class RiskBoard(SmallBoard):
    """A risk is added first where the test does not say it."""

    def risk(self, risk_id: str = "K", *, on: str = RAISED, **columns: Any) -> Self:
        position = 1 + sum(entry.kind == "risk" for entry in self.entries)
        given = {
            "position": position,
            "title": f"Title of {risk_id}",
            "cause": "A cause",
            "event": "An event",
            "effect": "An effect",
            "owner_group_id": "SG1",
            "agency_id": "POLICE",
            "appetite": 9,
        }
        return self._add("risk", risk_id, on, "SG1", given | columns)

    def score(
        self,
        likelihood: int,
        impact: int,
        risk_id: str = "K",
        *,
        on: str,
        which: str = "current",
        **columns: Any,
    ) -> Self:
        self._once("risk", risk_id)
        given = {
            "risk_id": risk_id,
            "which": which,
            "likelihood": likelihood,
            "impact": impact,
            "knowledge": "moderate",
            "why": "As judged.",
        }
        return self._add("risk_score", "", on, "SG1", given | columns)

    def control(
        self,
        control_id: str = "",
        risk_id: str = "K",
        *,
        state: str = "in place",
        on: str,
        **columns: Any,
    ) -> Self:
        self._once("risk", risk_id)
        given = {
            "risk_id": risk_id,
            "state": state,
            "what": f"What {control_id} does",
            "agency_id": "POLICE",
        }
        return self._add("risk_control", control_id, on, "SG1", given | columns)

    def treatment(self, treatment: str, risk_id: str = "K", *, on: str, **columns: Any) -> Self:
        self._once("risk", risk_id)
        given = {"risk_id": risk_id, "treatment": treatment, "why": "Decided."}
        return self._add("risk_treatment", "", on, "BOARD", given | columns)

    def acceptance(self, until_on: str, risk_id: str = "K", *, on: str, **columns: Any) -> Self:
        self._once("risk", risk_id)
        self._once("meeting", "M")
        given = {"risk_id": risk_id, "until_on": until_on, "meeting_id": "M", "why": "For now."}
        return self._add("risk_acceptance", "", on, "BOARD", given | columns)

    def review(
        self,
        next_on: str | None,
        risk_id: str = "K",
        *,
        on: str,
        outcome: str = "keep",
        **columns: Any,
    ) -> Self:
        self._once("risk", risk_id)
        given = {"risk_id": risk_id, "outcome": outcome, "said": "Looked at.", "next_on": next_on}
        return self._add("risk_review", "", on, "SG1", given | columns)

    def link(self, risk_id: str = "K", *, on: str = RAISED, **columns: Any) -> Self:
        self._once("risk", risk_id)
        return self._add("risk_link", "", on, "SG1", {"risk_id": risk_id} | columns)

    def registers_risks(self) -> Self:
        """Every kind of entry on risks, some learned late; action A and recommendation R1 exist."""
        self.risk("K", on="2017-06-20").risk("L", on="2017-09-02", learned="2017-12-02")
        self.score(5, 4, on="2017-06-20", which="inherent").score(3, 3, on="2017-06-20")
        self.score(4, 4, on="2017-10-01", learned="2017-12-03").score(2, 4, on="2017-11-01")
        self.score(5, 5, on="2018-01-01").score(2, 2, on="2017-06-21", which="target")
        self.control("C1", state="further action", on="2017-07-02", due_on="2017-09-01")
        self.control("C2", on="2017-11-02", learned="2018-01-01", replaces_id="C1")
        self.treatment("treat", on="2017-07-03").treatment("tolerate", on="2017-12-01", appetite=6)
        self.acceptance("2017-11-30", on="2017-09-01").review("2017-09-01", on="2017-07-04")
        self.review("2018-02-01", on="2017-10-02", learned="2017-12-04", outcome="rescore")
        self.link(rec_id="R1", on="2017-07-05").link(action_id="A", on="2017-07-06")
        self.link(indicator_id="rate", warn_above=1.0, on="2017-07-07")
        return self.review(None, "L", on="2018-02-02", outcome="close")
