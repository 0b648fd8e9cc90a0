"""Whether the dashboard may start: by address, by what is set up, and with nothing switched off."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit import config

from scrutiny import sign_in
from scrutiny.sign_in import Setting
from tests.conftest import ROOT

WHOLE = {
    "redirect_uri": "https://board.example.org/oauth2callback",
    "cookie_secret": "s" * 32,
    "client_id": "dashboard",
    "client_secret": "secret",
    "server_metadata_url": "https://id.example.org/.well-known/openid-configuration",
}
Setup = Callable[..., Setting]


@pytest.fixture
def secrets(tmp_path: Path) -> Iterator[Path]:
    """Where Streamlit looks for secrets, none yet, and looks anew."""
    path = tmp_path / "secrets.toml"
    path.touch()
    config.set_option("secrets.files", [str(path)])
    st.secrets._reset()
    sign_in.setting.cache_clear()
    yield path
    config.get_config_options(force_reparse=True)  # as the files and the environment say
    st.secrets._reset()
    sign_in.setting.cache_clear()


@pytest.fixture
def setup(secrets: Path) -> Setup:
    """``setup({"client_id": ...}, address="0.0.0.0")``: how that is judged; None for no section."""

    def judge(auth: dict[str, str] | None, **options: object) -> Setting:
        if auth is not None:
            lines = [f'{name} = "{value}"' for name, value in auth.items()]
            secrets.write_text("\n".join(["[auth]", *lines]), encoding="utf-8")
        for name, value in options.items():
            config.set_option(f"server.{name}", value)
        return sign_in.setting()

    return judge


@pytest.mark.parametrize("address", ["127.0.0.1", "127.0.1.1", "::1", "localhost", "LocalHost"])
def test_without_sign_in_it_may_start_for_this_machine(setup: Setup, address: str) -> None:
    assert setup(None, address=address) == Setting(is_on=False, problems=())


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "::", "192.168.1.10", "2001:db8::1", "board.example.org", "", None, "127.1"),
        *("2130706433", "localhost.example.org", "127.0.0.1.example.org", " ", "unix:///tmp/s"),
    ],
)
def test_and_for_no_other_address(setup: Setup, address: str | None) -> None:
    problem = the_problem(setup(None, address=address))
    assert "sign-in is not set up" in problem
    assert "docs/runbook.md" in problem
    assert "STREAMLIT_SERVER_ADDRESS" in problem


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0", "::", "board.example.org", None])
def test_with_sign_in_it_may_start_anywhere(setup: Setup, address: str | None) -> None:
    assert setup(WHOLE, address=address) == Setting(is_on=True, problems=())


@pytest.mark.parametrize("auth", [None, WHOLE])
@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("enableXsrfProtection", False),
        ("enableCORS", False),
        ("trustedUserHeaders", {"X-User": "email"}),
    ],
)
def test_no_protection_may_be_switched_off(
    setup: Setup, auth: dict[str, str] | None, option: str, value: object
) -> None:
    problem = the_problem(setup(auth, **{option: value}))
    assert f"server.{option}" in problem


@pytest.mark.parametrize("name", WHOLE)
def test_a_section_that_lacks_something_counts_as_wanted_and_is_refused(
    setup: Setup, name: str
) -> None:
    setting = setup({key: value for key, value in WHOLE.items() if key != name})
    assert setting.is_on
    assert f"lacks {name}." in the_problem(setting)


def test_an_empty_section_is_refused_on_this_machine_too(setup: Setup) -> None:
    setting = setup({}, address="127.0.0.1")
    assert setting.is_on
    assert "redirect_uri, cookie_secret, client_id" in the_problem(setting)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("cookie_secret", "s" * 31, "shorter than 32"),
        ("redirect_uri", "https://board.example.org/", "does not end in /oauth2callback"),
        ("redirect_uri", "http://board.example.org/oauth2callback", "https://"),
        ("redirect_uri", "http://localhost.example.org/oauth2callback", "https://"),
        ("redirect_uri", "http://[::1/oauth2callback", "https://"),
        ("server_metadata_url", "http://id.example.org/x", "https://"),
    ],
)
def test_what_would_not_be_safe_is_refused(setup: Setup, name: str, value: str, says: str) -> None:
    problem = the_problem(setup(WHOLE | {name: value}))
    assert name in problem
    assert says in problem


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost", "[::1]:8501"])
def test_on_this_machine_alone_it_may_be_tried_without_https(setup: Setup, host: str) -> None:
    local = {
        "redirect_uri": f"http://{host}/oauth2callback",
        "server_metadata_url": f"http://{host}/.well-known/openid-configuration",
    }
    assert setup(WHOLE | local) == Setting(is_on=True, problems=())


def test_secrets_that_cannot_be_read_are_not_taken_for_none(setup: Setup, secrets: Path) -> None:
    secrets.write_text("[auth\nclient_id = 1", encoding="utf-8")
    problem = the_problem(setup(None, address="127.0.0.1"))
    assert str(secrets) in problem


def test_nor_is_a_file_that_is_named_and_not_there(setup: Setup, secrets: Path) -> None:
    secrets.unlink()
    problem = the_problem(setup(None, address="127.0.0.1"))
    assert f"There is no file {secrets}" in problem


def test_secrets_of_something_else_are_no_sign_in(setup: Setup, secrets: Path) -> None:
    secrets.write_text("[connections]\na = 1", encoding="utf-8")
    assert setup(None, address="127.0.0.1") == Setting(is_on=False, problems=())


def test_a_file_that_goes_away_later_does_not_end_the_asking(setup: Setup, secrets: Path) -> None:
    assert setup(WHOLE).is_on
    secrets.unlink()
    st.secrets._reset()
    assert sign_in.setting().is_on


def the_problem(setting: Setting) -> str:
    assert len(setting.problems) == 1, setting.problems
    return setting.problems[0]


class TestServe:
    """The command itself, which nothing may get round."""

    @pytest.mark.parametrize(
        ("options", "variables"),
        [
            (["--server.address=0.0.0.0"], {}),
            (["--server.address", ""], {}),
            (["--server.address=127.0.0.1"], {"STREAMLIT_SERVER_ENABLE_XSRF_PROTECTION": "false"}),
            ([], {"STREAMLIT_SERVER_ADDRESS": "::"}),
        ],
    )
    def test_it_does_not_start_and_says_why(
        self, options: list[str], variables: dict[str, str]
    ) -> None:
        done = serve(options, variables)
        assert done.returncode == 1
        assert done.stderr.startswith("The dashboard does not start.\n")
        assert "http" not in done.stdout

    def test_an_unknown_option_is_named(self) -> None:
        done = serve(["--server.adress=127.0.0.1"], {})
        assert done.returncode == 2
        assert "--server.adress" in done.stderr

    def test_help_is_given(self) -> None:
        done = serve(["--help"], {})
        assert done.returncode == 0
        assert "--server.address" in done.stdout


def serve(options: list[str], variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scrutiny.serve", *options],
        cwd=ROOT,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
