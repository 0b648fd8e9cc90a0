"""An open warehouse without entries: one for the run, made blank again for each test.

To write and open one takes seconds, and most tests of what is recorded a few hundredths of one.
"""

from scrutiny import tables
from scrutiny.closed_session import ClosedSession
from scrutiny.warehouse import Warehouse


def forget(store: Warehouse) -> None:
    """Takes every entry out of an open warehouse, and all that was worked out from them."""
    with tables.changing(store._connection) as cursor:
        for kind in store._kinds:
            cursor.execute(f"delete from whole.{kind}")
        tables.fold(cursor)
        tables.forget(cursor, store._workings.drop(cursor, is_first=False))
    store._workings.dropped([])
    store._readers.forget()
    store.head = 0
    store.closed = ClosedSession()
