"""What is wrong with a file, said so that whoever wrote it can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in one place of one file.

    ``row`` counts as a spreadsheet does: the header is row 1. ``None`` where no single row,
    column or value is to blame.
    """

    file: str
    row: int | None
    column: str | None
    value: str | None
    remedy: str

    def __str__(self) -> str:
        place = [self.file]
        if self.row is not None:
            place.append(f"row {self.row}")
        if self.column is not None:
            place.append(f"column {self.column}")
        found = "" if self.value is None else f' found "{self.value}".'
        return f"{', '.join(place)}:{found} {self.remedy}"


class BadInput(Exception):
    """Raised once with every problem found, so that one round of mending is enough."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
