"""The part of the small board that is about risks."""

_SAYS = {"by_group_id": "SG", "by_role": "Sub-group chair", "provenance": "illustrative"}
_BOARD = {"by_group_id": "BOARD", "by_role": "Chair"}


def _on(day: str, **cells: str) -> dict[str, str]:
    return {"effective_on": day} | _SAYS | cells


def _risk(risk_id: str, position: str) -> dict[str, str]:
    words = {"title": f"Risk {risk_id}", "cause": "Cause.", "event": "Event.", "effect": "Effect."}
    owner = {"owner_group_id": "SG", "agency_id": "LA", "appetite": "9"}
    return _on("2017-07-01", risk_id=risk_id, position=position, **words, **owner)


def _score(score_id: str, day: str, which: str, likelihood: str, impact: str) -> dict[str, str]:
    given = {"likelihood": likelihood, "impact": impact, "knowledge": "weak", "why": "Judged."}
    return _on(day, score_id=score_id, risk_id="K1", which=which, **given)


def _control(control_id: str, day: str, state: str, **cells: str) -> dict[str, str]:
    given = {"risk_id": "K1", "state": state, "what": "Hold it.", "agency_id": "LA"}
    return _on(day, control_id=control_id, **given, **cells)


TABLES: dict[str, list[dict[str, str]]] = {
    "risk": [_risk("K1", "1"), _risk("K2", "2")],
    "risk_score": [
        _score("K1-1", "2017-07-02", "current", "4", "3"),
        _score("K1-2", "2017-07-02", "target", "2", "3"),
        _score("K1-3", "2017-10-01", "current", "3", "3"),
    ],
    "risk_control": [
        _control("KC1", "2017-07-02", "further action", due_on="2017-12-01"),
        _control("KC2", "2017-12-02", "in place", replaces_id="KC1"),
    ],
    "risk_treatment": [
        _on("2017-09-14", treatment_id="KT1", risk_id="K1", treatment="treat", why="Lower.")
        | {"appetite": "8"}
        | _BOARD
    ],
    "risk_acceptance": [
        _on("2017-09-14", acceptance_id="KA1", risk_id="K1", until_on="2018-02-15", why="Time.")
        | {"meeting_id": "M1"}
        | _BOARD
    ],
    "risk_review": [
        _on("2017-10-01", risk_review_id="KV1", risk_id="K1", outcome="rescore", said="Less.")
        | {"next_on": "2018-01-15"}
    ],
    "risk_link": [
        _on("2017-07-02", link_id="KL1", risk_id="K1", rec_id="R1"),
        _on("2017-07-02", link_id="KL2", risk_id="K1", action_id="A1"),
        _on("2017-07-02", link_id="KL3", risk_id="K1", indicator_id="rate", warn_above="2.5"),
    ],
}
