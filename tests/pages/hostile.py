"""Words that a careless page would take for markup, planted in every text of a board."""

import csv
from pathlib import Path

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(2)</script>",
    "[x](http://evil.example/link)",
    "![p](http://evil.example/p.png)",
    ":red[danger]",
    ":material/bolt:",
    "$x^2$",
    "**bold**",
    "`code`",
    "http://evil.example/bare",
    "www.evil.example",
    "mail@evil.example",
)
_TEXTS = {
    "action": ("title",),
    "answer": ("said",),
    "audit": ("title", "why"),
    "audit_step": ("why",),
    "finding": ("finding",),
    "finding_step": ("what", "why"),
    "section11_round": ("title",),
    "section11_score": ("improve",),
    "section11_moderation": ("why",),
    "setting": ("area",),
    "setting_step": ("evidence",),
    "assurance": ("evidence",),
    "challenge": ("question",),
    "extension": ("why",),
    "learning_check": ("evidence",),
    "measure": ("name", "counted", "out_of"),
    "meeting": ("title",),
    "move": ("evidence", "why"),
    "neglect_step": ("why",),
    "note": ("said", "cited"),
    "org_group": ("name",),
    "agency": ("name",),
    "promise": ("what", "due_text"),
    "promise_update": ("said", "due_text"),
    "recommendation": ("title", "ask"),
    "report": ("done", "obstacles", "evidence"),
    "response": ("answer", "why", "cited"),
    "review_action": ("title", "due_text"),
    "review_limit": ("source",),
    "review_recommendation": ("title",),
    "review_update": ("said", "evidence", "why"),
    "risk": ("title", "cause", "event", "effect"),
    "risk_score": ("why",),
    "risk_control": ("what", "why"),
    "risk_treatment": ("why",),
    "risk_acceptance": ("why",),
    "risk_review": ("said",),
    "risk_link": ("why",),
    "scope": ("asked", "first_stage", "why"),
    "source": ("title", "made_text", "synopsis", "reason", "record_note"),
}


def plant(board: Path) -> None:
    """Add the hostile words to every text that is given; keys, dates and lists stay."""
    words = " ".join(HOSTILE)
    for name, columns in _TEXTS.items():
        path = board / f"{name}.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        for row in rows:
            for column in columns:
                if row[column]:
                    row[column] = f"{row[column]} {words}"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(rows[0]))
            writer.writeheader()
            writer.writerows(rows)
    settings = board / "settings.toml"
    named = settings.read_text(encoding="utf-8")
    settings.write_text(
        named.replace('board_name = "Kent', f"board_name = '{words} Kent").replace(
            'Children Board"', "Children Board'"
        ),
        encoding="utf-8",
    )
