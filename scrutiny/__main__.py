"""The command line: ``python -m scrutiny COMMAND``."""

import argparse
import logging
import sys
from collections.abc import Sequence

from scrutiny import build, places, queries
from scrutiny.journal import ChainBroken, Journal, JournalUnavailable
from scrutiny.problems import BadInput
from scrutiny.queries import BadParameter, UnknownQuery
from scrutiny.warehouse import Warehouse, WarehouseMissing

_EXPECTED = (
    BadInput,
    BadParameter,
    UnknownQuery,
    JournalUnavailable,
    WarehouseMissing,
    build.BuildFailed,
    build.JournalNotEmpty,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0 when it did what was asked, 1 with the reasons when not."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    asked = _parser().parse_args(arguments)
    try:
        return int(asked.run(asked) or 0)
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


def _init(asked: argparse.Namespace) -> None:
    journal = Journal(places.journal_url())
    has_entries = journal.head() > 0
    if asked.if_empty and has_entries and build.is_current(places.build()):
        return
    board = build.read()
    if not (asked.if_empty and has_entries):
        print(f"Loaded {build.load(journal, board)} entries into the journal.")
    print(f"Built {build.build(board, places.build())}.")


def _build(_: argparse.Namespace) -> None:
    print(build.build(build.read(), places.build()))


def _ask(asked: argparse.Namespace) -> None:
    given = dict(pair.split("=", 1) for pair in asked.parameters)
    query = queries.find(asked.name)
    with_journal = Warehouse.open(places.build())
    with_journal.take(Journal(places.journal_url()).entries())
    if "as_at" in query.parameters and "as_at" not in given:
        settings = with_journal.ask("about/settings").set_index("setting")["value"]
        given["as_at"] = settings["default_as_at"]
    rows = with_journal.ask(asked.name, **given)
    for name in rows.select_dtypes("datetime").columns:
        rows[name] = rows[name].dt.strftime("%Y-%m-%d")
    rows.to_csv(sys.stdout, index=False)


def _verify(_: argparse.Namespace) -> int:
    journal = Journal(places.journal_url())
    journal.verify()
    if not journal.head():
        print("The journal holds no entry. Is SCRUTINY_JOURNAL the one you meant?")
        return 1
    print(f"The journal's chain is whole: {journal.head()} entries.")
    return 0


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
    ask.set_defaults(run=_ask)
    commands.add_parser("verify", help="prove the journal's chain").set_defaults(run=_verify)
    return parser


if __name__ == "__main__":
    sys.exit(main())
