"""How sign-in is set up, and whether the dashboard may start like that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from streamlit import config

_CALLBACK = "/oauth2callback"
_NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
_SECRET_LENGTH = 32
_HOW = "as docs/runbook.md says under Sign-in"


@dataclass(frozen=True)
class Setting:
    """``is_on``: does everybody have to sign in? ``problems``: why the dashboard may not start."""

    is_on: bool
    problems: tuple[str, ...]


@cache
def setting() -> Setting:
    """As it is when this process first asks; a file that changes later changes nothing.

    So that no slip in a file makes a dashboard that asks for sign-in one that does not.
    """
    configured = _configured()
    problems = [*_unsafe(), *_unread()]
    if configured is None:
        problems += _reached_by_others()
    else:
        problems += _incomplete(configured)
    return Setting(configured is not None, tuple(problems))


def host(address: str) -> str | None:
    """The host that an address names; None where it names none."""
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def is_loopback(name: str | None) -> bool:
    """Is this an address that only this machine can reach?"""
    try:
        return name is not None and (name.lower() == "localhost" or ip_address(name).is_loopback)
    except ValueError:
        return False


def _configured() -> Mapping[str, object] | None:
    """The section [auth] of Streamlit's secrets; None where there is none."""
    if not st.secrets.load_if_toml_exists():
        return None
    found = st.secrets.get("auth")
    if found is None:
        return None
    return found if isinstance(found, Mapping) else {}


def _unread() -> Iterator[str]:
    """A file of secrets that cannot be read may be the one that asks for sign-in."""
    if st.secrets.load_if_toml_exists():
        return
    for path in st.get_option("secrets.files"):
        if Path(path).exists():
            yield f"{path} is there and cannot be read as TOML: mend it, or move it away."
        elif config.is_manually_set("secrets.files"):
            yield f"There is no file {path}, which secrets.files names: correct or unset that."


def _unsafe() -> Iterator[str]:
    if not st.get_option("server.enableXsrfProtection"):
        yield "server.enableXsrfProtection is off: leave it on, or others could act for a reader."
    if not st.get_option("server.enableCORS"):
        yield "server.enableCORS is off: leave it on, or other sites could read what a reader sees."
    if st.get_option("server.trustedUserHeaders"):
        yield (
            "server.trustedUserHeaders is set: unset it. It would let a request say who its sender "
            "is, in place of the sign-in."
        )


def _reached_by_others() -> Iterator[str]:
    address = st.get_option("server.address")
    if not is_loopback(address):
        yield (
            f"It would listen on {address or 'every address of this machine'}, where others can "
            f"reach it, and sign-in is not set up. Set up sign-in, {_HOW}, or leave server.address "
            "(STREAMLIT_SERVER_ADDRESS) at 127.0.0.1."
        )


def _incomplete(auth: Mapping[str, object]) -> Iterator[str]:
    texts = {name: str(auth.get(name) or "") for name in _NEEDED}
    if missing := [name for name, text in texts.items() if not text]:
        yield (
            f"Sign-in is half set up: the section [auth] lacks {', '.join(missing)}. Add what "
            f"it lacks, {_HOW}."
        )
    if texts["cookie_secret"] and len(texts["cookie_secret"]) < _SECRET_LENGTH:
        yield (
            f"The cookie_secret of [auth] is shorter than {_SECRET_LENGTH} characters: make one "
            'with python -c "import secrets; print(secrets.token_hex())".'
        )
    if texts["redirect_uri"] and not texts["redirect_uri"].endswith(_CALLBACK):
        yield f"The redirect_uri of [auth] does not end in {_CALLBACK}."
    for name in ("redirect_uri", "server_metadata_url"):
        if texts[name] and not _is_private(texts[name]):
            yield (
                f"The {name} of [auth] does not begin with https://, so that others on the network "
                "could read along."
            )


def _is_private(address: str) -> bool:
    if address.startswith("https://"):
        return True
    return address.startswith("http://") and is_loopback(host(address))
