"""The sign-in service of the browser tests: an OpenID Connect provider that they start."""

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.conftest import ROOT

HERE = Path(__file__).parent
CLIENT = {"client_id": "dashboard", "client_secret": "a secret of the tests"}


def needed() -> None:
    """Ends the test where the service is not installed: failed in CI, skipped elsewhere."""
    found = subprocess.run([ROOT / "scripts" / "provider.sh", "--find"], check=False)
    if found.returncode:
        message = (
            "NOTHING SHOWS THAT SIGNING IN WORKS: scripts/provider.sh installs what this needs."
        )
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)


@contextmanager
def serving(
    port: int, redirect_uri: str, accounts: Mapping[str, Mapping[str, object]], log: Path
) -> Iterator[None]:
    """The service on a port of this machine, for one dashboard; ``accounts`` by subject."""
    wanted = {
        "port": port,
        "client": CLIENT | {"redirect_uris": [redirect_uri]},
        "accounts": accounts,
    }
    with (
        log.open("wb") as errors,
        subprocess.Popen(
            ["node", "provider.mjs", json.dumps(wanted)],
            cwd=HERE,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
        ) as process,
    ):
        try:
            assert process.stdout is not None
            if process.stdout.readline() != "ready\n":
                pytest.fail(f"The sign-in service did not start:\n{log.read_text()}")
            yield
        finally:
            process.terminate()


def secrets(port: int) -> str:
    """What Streamlit reads of how to reach it, as docs/runbook.md says."""
    lines = {
        "redirect_uri": "http://127.0.0.1:{port}/oauth2callback",
        "cookie_secret": "a secret of the tests that is long enough",
        "server_metadata_url": f"http://127.0.0.1:{port}/.well-known/openid-configuration",
    }
    return "[auth]\n" + "\n".join(f'{name} = "{text}"' for name, text in (lines | CLIENT).items())
