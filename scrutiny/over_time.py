"""Ratings over time: which days a chart shows, and the ratings on each of them, kept."""

from collections.abc import Collection, Container, Mapping
from datetime import date

import duckdb

from scrutiny import sight
from scrutiny.sight import Hidden

_SAMPLE = "rating_sample"  # the table of ratings by day, as questions name it
_KEPT = f"whole.{_SAMPLE}"
ASKED = ("as_at", "sources", "recs")
"""What a question that reads ratings over time must take."""


def is_read_by(sql: str) -> bool:
    """Does a question read ratings over time?"""
    return _SAMPLE in sql


def wanted(
    connection: duckdb.DuckDBPyConnection, values: Mapping[str, object], hidden: Hidden
) -> list[date]:
    """The days that the chart of a question shows to a reader, by what the question was given."""
    with connection.cursor() as cursor:
        sight.hide(cursor, hidden)
        found = cursor.execute(
            "select unnest(sampled_days(min(known_on), $as_at::date)) from"
            " followed_recommendations($as_at::date, $sources::varchar[], $recs::varchar[])",
            {name: values[name] for name in ASKED},
        ).fetchall()
    return [day for (day,) in found]


def add(
    cursor: duckdb.DuckDBPyConnection, days: Collection[date], settled: Container[date]
) -> None:
    """Adds the ratings on these days, under a cursor that sees all.

    Days that are settled have them in their state.
    """
    if known := [day for day in days if day in settled]:
        cursor.execute(
            f"insert into {_KEPT} from ratings_from('action_state', 'recommendation_state')"
            " where list_contains($days::date[], as_at)",
            {"days": known},
        )
    if others := [day for day in days if day not in settled]:
        cursor.execute(f"insert into {_KEPT} from ratings_on($days::date[])", {"days": others})


def drop(cursor: duckdb.DuckDBPyConnection, days: Collection[date]) -> None:
    """Drops the ratings on these days."""
    if days:
        cursor.execute(
            f"delete from {_KEPT} where list_contains($days::date[], as_at)", {"days": list(days)}
        )


def drop_all(cursor: duckdb.DuckDBPyConnection) -> None:
    """Drops the ratings on every day."""
    cursor.execute(f"delete from {_KEPT}")
