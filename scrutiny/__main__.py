"""The command line: ``python -m scrutiny COMMAND``."""

import argparse
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

import duckdb

from scrutiny import backup, build, places, queries
from scrutiny.journal import ChainBroken, Journal, JournalUnavailable, journal_exists
from scrutiny.papers import Board
from scrutiny.problems import BadInput
from scrutiny.queries import BadParameter, UnknownQuery
from scrutiny.warehouse import Warehouse, WarehouseMissing

_EXPECTED = (
    BadInput,
    BadParameter,
    UnknownQuery,
    JournalUnavailable,
    WarehouseMissing,
    backup.BackupFailed,
    build.BuildFailed,
    build.JournalNotEmpty,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 when it did what was asked, 1 with the reasons when not."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    asked = _parser().parse_args(arguments)
    try:
        code = int(asked.run(asked) or 0)
        sys.stdout.flush()
        return code
    except _EXPECTED as error:
        print(error, file=sys.stderr)
        if isinstance(error, BadInput):
            print(
                f"{len(error.problems)} to mend. Nothing was loaded; "
                "journal and warehouse are as they were.",
                file=sys.stderr,
            )
        return 1
    except ChainBroken as error:
        print(f"The chain is broken at entry {error.seq}. {error}", file=sys.stderr)
        return 1
    except duckdb.Error as error:
        first, *_ = str(error).splitlines()
        print(
            f"The journal or the warehouse holds what this version cannot read: {first} "
            "Run: python -m scrutiny verify",
            file=sys.stderr,
        )
        return 1
    except BrokenPipeError:
        # who was reading has gone, as head does; Python must not try to tell it the rest either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(f"The answer could not be written: {error.strerror}.", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _init(asked: argparse.Namespace) -> None:
    if asked.if_empty and build.is_current(places.build()) and _head():
        return
    # before the journal is opened, which would create it: bad papers leave everything as it was
    board = build.read()
    with closing(Journal(places.journal_url())) as journal:
        try:
            print(f"Loaded {build.load(journal, board)} entries into the journal.")
        except build.JournalNotEmpty:
            if not asked.if_empty:
                raise
            # another may have loaded them at this moment, which is as well
            print(
                f"The journal already holds {journal.head()} entries; "
                "none was loaded from the CSV files.",
                file=sys.stderr,
            )
            _check(journal, board)
    print(f"Built {build.build(board, places.build())}.")


def _head() -> int:
    with closing(Journal(places.journal_url())) as journal:
        return journal.head()


def _build(_: argparse.Namespace) -> None:
    board = build.read()
    if journal_exists(places.journal_url()):
        with closing(Journal(places.journal_url())) as journal:
            _check(journal, board)
    print(build.build(board, places.build()))


def _check(journal: Journal, board: Board) -> None:
    problems = build.strangers(journal.entries(), board)
    if problems:
        raise BadInput(problems)


def _ask(asked: argparse.Namespace) -> None:
    given = dict(pair.split("=", 1) for pair in asked.parameters)
    query = queries.find(asked.name)
    with (
        closing(Warehouse.open(places.build())) as with_journal,
        closing(_existing_journal()) as journal,
    ):
        with_journal.take(journal.entries())
        if "as_at" in query.parameters and "as_at" not in given:
            settings = with_journal.ask("about/settings").set_index("setting")["value"]
            today = datetime.now().astimezone().date().isoformat()
            given["as_at"] = settings.get("default_as_at", today)
        rows = with_journal.ask(asked.name, _may_see(with_journal, asked.person), **given)
    for name in rows.select_dtypes("datetime").columns:
        rows[name] = rows[name].dt.strftime("%Y-%m-%d")
    rows.to_csv(sys.stdout, index=False)


def _may_see(store: Warehouse, person_id: str | None) -> list[str]:
    """Recommendations of a closed session that the answer may hold: none, or those of a person."""
    people = store.ask("access/people").set_index("person_id")["closed_rec_ids"]
    if person_id is not None and person_id not in people.index:
        known = ", ".join(people.index) or "nobody"
        raise BadParameter(f'people.csv has no person_id "{person_id}"; it has {known}.')
    return [] if person_id is None else list(people[person_id])


def _existing_journal() -> Journal:
    """The journal, but not a new and empty one where the address is mistyped."""
    url = places.journal_url()
    if not journal_exists(url):
        raise JournalUnavailable(
            f"There is no journal at {url}. Is SCRUTINY_JOURNAL the one you meant? "
            "To make it from the board's papers, run: python -m scrutiny init"
        )
    return Journal(url)


def _verify(_: argparse.Namespace) -> int:
    with closing(Journal(places.journal_url())) as journal:
        journal.verify()
        head = journal.head()
    if not head:
        print("The journal holds no entry. Is SCRUTINY_JOURNAL the one you meant?")
        return 1
    print(f"The journal's chain is whole: {head} entries.")
    return 0


def _backup(asked: argparse.Namespace) -> None:
    with closing(_existing_journal()) as journal:
        copied = backup.save(journal, asked.file)
    print(f"Backed up {copied.entries} entries to {asked.file}. The last digest: {copied.digest}")


def _restore(asked: argparse.Namespace) -> None:
    copied = backup.restore(places.journal_url(), asked.file)
    print(f"Restored {copied.entries} entries. The last digest: {copied.digest}")


def _pair(text: str) -> str:
    if "=" not in text:
        raise argparse.ArgumentTypeError(f'"{text}" is no parameter; write name=value')
    return text


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m scrutiny", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    init = commands.add_parser(
        "init", help="load the board's papers into an empty journal, then build"
    )
    init.add_argument(
        "--if-empty",
        action="store_true",
        help="load only into an empty journal, build only when the inputs changed",
    )
    init.set_defaults(run=_init)
    commands.add_parser(
        "build", help="build, check and swap in the warehouse; print its version"
    ).set_defaults(run=_build)
    ask = commands.add_parser("ask", help="a named query as CSV on standard output")
    ask.add_argument("name", help=f"one of: {', '.join(queries.names())}")
    ask.add_argument("parameters", nargs="*", type=_pair, metavar="name=value")
    ask.add_argument(
        "--as",
        dest="person",
        metavar="PERSON",
        help="a person_id of people.csv, to see what they may of a closed session",
    )
    ask.set_defaults(run=_ask)
    for name, run, says in (
        ("backup", _backup, "copy the journal, proved, into a new file; the dashboard may run"),
        ("restore", _restore, "fill an empty journal from a backup, all or nothing"),
    ):
        copies = commands.add_parser(name, help=says)
        copies.add_argument("file", type=Path, metavar="FILE")
        copies.set_defaults(run=run)
    commands.add_parser("verify", help="prove the journal's chain").set_defaults(run=_verify)
    return parser


if __name__ == "__main__":
    sys.exit(main())
