"""The one way from a form to the journal: rights, rules and what changed meanwhile, then append."""

from collections.abc import Callable, Iterator, Sequence

import duckdb

from scrutiny import queries, subjects
from scrutiny.contract import Column, Contract
from scrutiny.cross_checks import remedy_of
from scrutiny.journal import Entry, Journal, JournalMoved
from scrutiny.people import Person
from scrutiny.rights import refusal
from scrutiny.sheets import shown
from scrutiny.subjects import Find
from scrutiny.warehouse import Warehouse

_TRIES = 20  # each time somebody else was quicker, the entries are checked against what they wrote


class Refused(Exception):
    """Nothing was appended; ``reasons`` are sentences that say why and what to do."""

    def __init__(self, reasons: Sequence[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(" ".join(reasons))


class Overtaken(Exception):
    """Nothing was appended: what the form is about has entries that it did not show.

    ``seen`` is the number of the last of them: given back, it says that they were read.
    """

    def __init__(self, seen: int) -> None:
        self.seen = seen
        super().__init__("Something was entered on this since you opened the form.")


def record(
    store: Warehouse,
    journal: Journal,
    person: Person,
    about: str,
    entries: Sequence[Entry],
    key: str,
    seen: int,
    find: Find = subjects.action,
) -> list[int]:
    """Appends entries about one action, or what else ``find`` reads, all or none; their numbers.

    ``about`` identifies it, and ``seen`` is the number of the last entry about it that the form
    showed. The same ``key`` again appends nothing and returns the first numbers. Raises Refused,
    Overtaken, JournalUnavailable.
    """

    def refused() -> list[str]:
        subject = find(store, person, about, max(entry.effective_on for entry in entries))
        if subject is None:
            raise Refused(["This is not known on that day. Choose another, or a later day."])
        if subject.last_seq > seen:
            raise Overtaken(subject.last_seq)
        return [why for entry in entries if (why := refusal(person, entry, subject))]

    return append(store, journal, entries, key, refused)


def append(
    store: Warehouse,
    journal: Journal,
    entries: Sequence[Entry],
    key: str,
    refused: Callable[[], Sequence[str]],
) -> list[int]:
    """Appends entries that neither ``refused`` nor the rules object to, all or none; their numbers.

    ``refused`` gives the reasons why these entries may not be made, or raises; it is asked once
    the store knows the whole journal, and again where somebody else appended meanwhile. The same
    ``key`` again appends nothing. Raises Refused, JournalUnavailable.
    """
    for _ in range(_TRIES):
        if before := journal.numbers(key):
            return before
        store.take(journal.entries(after=store.head))
        head = store.head
        # what may not be entered is not looked at further: the answer could tell what is hidden
        reasons = list(refused()) or list(faults(store, entries))
        if reasons:
            raise Refused(reasons)
        try:
            return journal.append(entries, key, head)
        except JournalMoved:
            continue
    raise Refused(["Others are entering at this moment. Wait a little and save again."])


def faults(store: Warehouse, entries: Sequence[Entry]) -> Iterator[str]:
    """What the contract and the rules of the board's papers find wrong with these entries."""
    last = store.head
    placed = [_placed(entry, last + number) for number, entry in enumerate(entries, 1)]
    wrong = [problem for entry in placed for problem in _cells(entry)]
    if wrong:
        yield from wrong
        return
    try:
        with store.trial(placed) as cursor:
            for entry in placed:
                yield from _row(cursor, entry)
            for name in queries.within("checks"):
                found = cursor.execute(queries.find(name).sql).fetchall()
                yield from (str(remedy) for *_, remedy in found)
    except duckdb.ConversionException as error:
        yield str(error).splitlines()[0]


def _placed(entry: Entry, seq: int) -> Entry:
    return Entry(**{**vars(entry), "seq": seq})


def _cells(entry: Entry) -> Iterator[str]:
    columns = {column.name: column for column in Contract.read().table(entry.kind).body}
    for name in sorted(set(entry.body) - set(columns)):
        yield f"{name}: there is no such field."
    for name, column in columns.items():
        value = entry.body.get(name)
        if value in (None, "", []):
            if column.required:
                yield f"{column.meaning.rstrip('.')}: this must be given."
        elif column.choices and value not in column.choices:
            yield f"{column.meaning.rstrip('.')}: choose one of {', '.join(column.choices)}."
    required_why = Contract.read().table(entry.kind).by_name["why"].required
    if required_why and not (entry.why or "").strip():
        yield "Give the reason."


def _row(cursor: duckdb.DuckDBPyConnection, entry: Entry) -> Iterator[str]:
    table = Contract.read().table(entry.kind)
    where = f"from whole.{entry.kind} where seq = {entry.seq}"
    for check in table.checks:
        asked = cursor.execute(f"select coalesce({check.expression}, true) {where}").fetchone()
        if asked and not asked[0]:
            yield remedy_of(check)
    for columns in (table.key, *table.uniques):
        same = " and ".join(f"t.{name} = n.{name}" for name in columns)
        found = cursor.execute(
            f"select count(*) from whole.{entry.kind} as t, (select * {where}) as n where {same}"
        ).fetchone()
        if found and found[0] > 1:
            yield f"{', '.join(columns)}: there is one already; give another."
    for column in table.columns:
        yield from _reference(cursor, column, entry)


def _reference(cursor: duckdb.DuckDBPyConnection, column: Column, entry: Entry) -> Iterator[str]:
    target = column.refers_to
    value = entry.by_group_id if column.name == "by_group_id" else entry.body.get(column.name)
    if target is None or not value:
        return
    for member in value if isinstance(value, list) else [value]:
        found = cursor.execute(
            f"select count(*) from {target.table} where {target.column} = $member",
            {"member": member},
        ).fetchone()
        if found and not found[0]:
            yield f"{column.name}: {shown(member)} is not known."
