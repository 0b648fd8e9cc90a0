"""The part of the small board that is about audits, self-assessments and settings."""

_SAYS = {"by_group_id": "SG", "by_role": "Sub-group chair", "provenance": "illustrative"}


def _on(day: str, **cells: str) -> dict[str, str]:
    return {"effective_on": day} | _SAYS | cells


def _audit(audit_id: str, day: str, **cells: str) -> dict[str, str]:
    what = {"title": f"Audit {audit_id}", "theme": "Neglect", "programme": "2017-18"}
    who = {"scale": "single-agency", "agency_ids": "LA", "lead_group_id": "SG"}
    return _on(day, audit_id=audit_id, prompted_by="data", cases_planned="20") | what | who | cells


def _step(key: str, audit_id: str, day: str, change: str, **cells: str) -> dict[str, str]:
    return _on(day, audit_step_id=key, audit_id=audit_id, change=change, **cells)


def _found(key: str, day: str, change: str, **cells: str) -> dict[str, str]:
    return _on(day, finding_step_id=key, finding_id="F1", change=change, **cells)


def _reached(key: str, day: str, step: str, **cells: str) -> dict[str, str]:
    where = {"setting_id": "SCH-1", "assurance_year": "2017-18"}
    return _on(day, setting_step_id=key, step=step, **where, **cells)


TABLES: dict[str, list[dict[str, str]]] = {
    "audit": [
        _audit("D1", "2017-07-01", planned_on="2017-09-30"),
        _audit("D2", "2017-07-01", planned_on="2018-01-31", repeats_id="D1"),
    ],
    "audit_step": [
        _step("D1-1", "D1", "2017-09-30", "done", cases="20"),
        _step("D2-1", "D2", "2018-01-20", "moved", planned_on="2018-02-28", why="Staff."),
        _step("D2-2", "D2", "2018-02-20", "done", cases="20"),
    ],
    "audit_grading": [
        _on("2017-09-30", audit_grading_id="G1", audit_id="D1", domain="practice overall")
        | {"grade": "good", "cases": "20", "outstanding": "0", "inadequate": "0"}
        | {"good": "12", "requires_improvement": "8"},
        _on("2018-02-20", audit_grading_id="G2", audit_id="D2", domain="practice overall")
        | {"grade": "good", "cases": "20", "good": "14", "inadequate": "0"},
    ],
    "finding": [
        _on("2017-09-30", finding_id="F1", audit_id="D1", domain="voice of the child")
        | {"agency_id": "LA", "finding": "Children were not seen."}
    ],
    "finding_step": [
        _found("F1-1", "2017-10-10", "action agreed", what="See them.", due_on="2017-12-31"),
        _found("F1-2", "2017-12-20", "action done"),
        _found("F1-3", "2018-02-20", "re-audited", audit_id="D2", result="improved"),
    ],
    "section11_round": [
        _on("2017-09-01", section11_round_id="R17", title="2017-18", agency_ids="LA")
        | {"due_on": "2017-11-30"}
    ],
    "section11_score": [
        _on("2017-11-20", section11_score_id="L1", section11_round_id="R17", agency_id="LA")
        | {"standard": "training", "score": "3"}
    ],
    "section11_moderation": [
        _on("2018-01-20", section11_moderation_id="L1-M", section11_score_id="L1", score="2")
        | {"why": "Part of the staff only."}
    ],
    "setting": [
        _on("2017-07-01", setting_id="SCH-1", setting_kind="school", phase="primary", area="Area 1")
        | {"grade": "good"}
    ],
    "setting_change": [
        _on("2017-11-15", setting_change_id="SCH-1-C", setting_id="SCH-1", change="inspected")
        | {"grade": "requires improvement"}
    ],
    "setting_step": [
        _reached("K1", "2017-09-25", "asked", due_on="2017-11-24"),
        _reached("K2", "2017-11-20", "returned"),
        _reached("K3", "2017-12-10", "verified", outcome="plan needed"),
        _reached("K4", "2018-01-10", "plan agreed", due_on="2018-03-30"),
        _reached("K5", "2018-03-20", "plan closed"),
    ],
}
"""Rows by table; D1 is repeated by D2, and SCH-1 goes all the way."""
