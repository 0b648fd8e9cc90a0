"""Starts the dashboard or its bare twin, and reads how long each run of its script took."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.plan import ROOT

REAL = ROOT / "dashboard.py"
BARE = ROOT / "bench" / "bare" / "dashboard.py"
_PATIENCE_S = 90
_SETTINGS = {
    "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
    "STREAMLIT_SERVER_HEADLESS": "true",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
}


class NotServing(Exception):
    """Raised when an app does not answer; says what it logged."""


@dataclass
class Server:
    """A running app: its address, when it was started (seconds of perf_counter) and its log."""

    url: str
    started: float
    log: Path
    read: int = 0

    def runs(self) -> list[dict[str, float]]:
        """The script's runs since they were last asked for: seconds by kind of clock."""
        lines = self._lines()
        fresh, self.read = lines[self.read :], len(lines)
        return [json.loads(line) for line in fresh]

    def has_run(self) -> bool:
        """Has the script run since they were last asked for?"""
        return len(self._lines()) > self.read

    def _lines(self) -> list[str]:
        return self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []


@contextmanager
def serving(script: Path, folder: Path, variables: Mapping[str, str]) -> Iterator[Server]:
    """An app on a free port of this machine, stopped at the end. Raises NotServing."""
    port = _free_port()
    log = folder / f"runs-{port}.jsonl"
    log.unlink(missing_ok=True)
    said = folder / f"server-{port}.txt"
    started = time.perf_counter()
    with said.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "bench.launcher", str(script), str(log)],
            cwd=ROOT,
            env={**os.environ, **_SETTINGS, **variables, "STREAMLIT_SERVER_PORT": str(port)},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
        )
    try:
        server = Server(f"http://127.0.0.1:{port}", started, log)
        if not _answers(server.url, process):
            raise NotServing(f"{script} does not answer:\n{said.read_text(errors='replace')}")
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str, process: subprocess.Popen[bytes]) -> bool:
    until = time.monotonic() + _PATIENCE_S
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            time.sleep(0.02)
    return False
