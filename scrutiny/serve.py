"""Starts the dashboard: ``python -m scrutiny.serve``, with any of ``streamlit run``'s options."""

import importlib
import pkgutil
import sys

from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import cli

from scrutiny import charts, places


def main() -> None:
    """Serves until it is stopped.

    Until the first visit Streamlit takes a folder called pages for the navigation, and would greet
    a first visitor who follows a link to a page with "Page not found". dashboard.py says what the
    pages are, so it is told at once.
    """
    PagesManager.uses_pages_directory = False
    # all charts at the start, so that no first visitor waits for a page's own
    for module in pkgutil.iter_modules(charts.__path__):
        importlib.import_module(f"scrutiny.charts.{module.name}")
    cli.main(["run", str(places.PROJECT / "dashboard.py"), *sys.argv[1:]])


if __name__ == "__main__":
    main()
