"""What a small board can say of audits, self-assessments and settings."""

from typing import Any, Self

AGREED = "2017-07-01"


class Assurance:
    """Methods of a small board, each of which adds one entry; see small_board.SmallBoard."""

    def audit(
        self, audit_id: str = "D", planned_on: str | None = "2017-10-31", **columns: Any
    ) -> Self:
        agencies = columns.pop("agency_ids", ["POLICE"])
        given = {
            "programme": "2017-18",
            "title": f"Audit {audit_id}",
            "theme": "Neglect",
            "scale": "single-agency" if len(agencies) == 1 else "multi-agency",
            "agency_ids": agencies,
            "lead_group_id": "SG1",
            "prompted_by": "data",
            "planned_on": planned_on,
        }
        return self._add("audit", audit_id, columns.pop("on", AGREED), "SG1", given | columns)

    def audited(
        self, audit_id: str = "D", cases: int | None = 20, *, on: str, **columns: Any
    ) -> Self:
        """The audit is done."""
        return self.audit_step(audit_id, "done", on=on, cases=cases, **columns)

    def audit_step(self, audit_id: str, change: str, *, on: str, **columns: Any) -> Self:
        given = {"audit_id": audit_id, "change": change}
        return self._add("audit_step", "", on, "SG1", given | columns)

    def grading(
        self, audit_id: str = "D", *counts: int | None, on: str, grade: str = "good", **columns: Any
    ) -> Self:
        """``counts``: outstanding, good, requires improvement, inadequate; None is withheld."""
        four = dict(
            zip(
                ("outstanding", "good", "requires_improvement", "inadequate"),
                counts or (0, 12, 8, 0),
                strict=True,
            )
        )
        given = {"audit_id": audit_id, "domain": "practice overall", "grade": grade, "cases": 20}
        return self._add("audit_grading", "", on, "SG1", given | four | columns)

    def finding(
        self, finding_id: str = "F", audit_id: str = "D", *, on: str, **columns: Any
    ) -> Self:
        given = {
            "audit_id": audit_id,
            "domain": "voice of the child",
            "finding": f"What {finding_id} found",
        }
        return self._add("finding", finding_id, on, "SG1", given | columns)

    def finding_step(self, finding_id: str, change: str, *, on: str, **columns: Any) -> Self:
        given = {"finding_id": finding_id, "change": change}
        if change == "action agreed" and "action_id" not in columns:
            given["what"] = "Something else is done"
        return self._add("finding_step", "", on, "SG1", given | columns)

    def section11_round(
        self, section11_round_id: str = "R17", due_on: str = "2017-11-30", **columns: Any
    ) -> Self:
        given = {
            "title": f"Round {section11_round_id}",
            "agency_ids": ["POLICE", "HEALTH"],
            "due_on": due_on,
        }
        on = columns.pop("on", "2017-09-01")
        return self._add("section11_round", section11_round_id, on, "BG", given | columns)

    def self_score(
        self, agency_id: str, standard: str, score: int, *, on: str, **columns: Any
    ) -> Self:
        given = {
            "section11_round_id": "R17",
            "agency_id": agency_id,
            "standard": standard,
            "score": score,
        }
        key = f"{agency_id}-{standard}"
        return self._add("section11_score", key, on, "SG1", given | columns)

    def moderated(
        self, agency_id: str, standard: str, score: int, *, on: str, **columns: Any
    ) -> Self:
        given = {"section11_score_id": f"{agency_id}-{standard}", "score": score, "why": "Seen."}
        return self._add("section11_moderation", "", on, "BG", given | columns)

    def setting(
        self, setting_id: str = "SCH-1", setting_kind: str = "school", **columns: Any
    ) -> Self:
        phase = {"school": "primary", "college": "sixth form"}.get(setting_kind, "group care")
        given = {
            "setting_kind": setting_kind,
            "phase": phase,
            "area": "Area 1",
            "grade": "good",
        }
        return self._add("setting", setting_id, columns.pop("on", AGREED), "SG1", given | columns)

    def setting_change(
        self, setting_id: str, change: str, grade: str | None = None, *, on: str, **columns: Any
    ) -> Self:
        given = {"setting_id": setting_id, "change": change, "grade": grade}
        return self._add("setting_change", "", on, "SG1", given | columns)

    def reached(
        self, setting_id: str, step: str, *, on: str, year: str = "2017-18", **columns: Any
    ) -> Self:
        """A setting reached a step of assurance."""
        given: dict[str, Any] = {"setting_id": setting_id, "assurance_year": year, "step": step}
        if step == "verified":
            given["outcome"] = "plan needed"
        return self._add("setting_step", "", on, "SG1", given | columns)

    def _add(self, kind: str, key: str, on: str, by: str, columns: dict[str, Any]) -> Self:
        raise NotImplementedError
