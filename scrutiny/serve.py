"""Starts the dashboard: ``python -m scrutiny.serve``, with any of ``streamlit run``'s options."""

import importlib
import pkgutil
import sys

import click
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web import bootstrap, cli

from scrutiny import charts, places, sign_in


def main() -> None:
    """Serves until it is stopped. Ends with 1 and the reasons where it may not start.

    Until the first visit Streamlit takes a folder called pages for the navigation, and would greet
    a first visitor who follows a link to a page with "Page not found". dashboard.py says what the
    pages are, so it is told at once.
    """
    arguments = [str(places.PROJECT / "dashboard.py"), *sys.argv[1:]]
    if problems := _problems(arguments):
        sys.exit("\n".join(["The dashboard does not start.", *problems]))
    PagesManager.uses_pages_directory = False
    # all charts at the start, so that no first visitor waits for a page's own
    for module in pkgutil.iter_modules(charts.__path__):
        importlib.import_module(f"scrutiny.charts.{module.name}")
    cli.main(["run", *arguments])


def _problems(arguments: list[str]) -> tuple[str, ...]:
    """Why it may not start with these options, and those of the environment and config.toml."""
    try:
        context = cli.main_run.make_context("scrutiny.serve", list(arguments))
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Exit as end:  # such as after --help
        sys.exit(end.exit_code)
    options = {name: value for name, value in context.params.items() if "_" in name}
    bootstrap.load_config_options(flag_options=options)
    return sign_in.setting().problems


if __name__ == "__main__":
    main()
