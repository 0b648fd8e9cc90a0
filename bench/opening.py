"""Prints the seconds it takes to open the warehouse, to take the journal, and its entries.

Runs by itself, so that nothing is in memory yet: ``python -m bench.opening``.
"""

import time

from scrutiny import places
from scrutiny.journal import Journal
from scrutiny.warehouse import Warehouse


def main() -> None:
    """Opens and takes once."""
    journal = Journal(places.journal_url())
    began = time.perf_counter()
    warehouse = Warehouse.open(places.build())
    opened = time.perf_counter()
    warehouse.take(journal.entries())
    taken = time.perf_counter()
    print(f"{opened - began} {taken - opened} {warehouse.head}")


if __name__ == "__main__":
    main()
