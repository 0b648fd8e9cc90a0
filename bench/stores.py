"""A board loaded and built in a folder of its own, and what its pages show written down."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.plan import ROOT


@dataclass(frozen=True)
class Store:
    """Where a board, its build and the record of its pages are."""

    board: Path
    build: Path
    shown: Path

    @property
    def variables(self) -> Mapping[str, str]:
        """What tells the dashboard and the twin where these are."""
        return {
            "SCRUTINY_BOARD": str(self.board),
            "SCRUTINY_BUILD": str(self.build),
            "SCRUTINY_JOURNAL": f"sqlite:///{self.build / 'journal.db'}",
            "BENCH_SHOWN": str(self.shown),
        }

    def init(self) -> float:
        """Loads and builds anew; seconds it took."""
        if self.build.exists():
            for path in self.build.iterdir():
                path.unlink()
        began = time.perf_counter()
        self._run("scrutiny", "init")
        return time.perf_counter() - began

    def record(self, changes: int, pages: Sequence[str]) -> None:
        """Writes down what the pages show in a walk of so many changes of each kind."""
        self.shown.mkdir(exist_ok=True)
        self._run("bench.recorder", str(self.shown), str(changes), *pages)

    def opening(self) -> list[float]:
        """Seconds to open the warehouse, to take the journal's entries, and how many those are."""
        return [float(number) for number in self._run("bench.opening").split()[-3:]]

    def _run(self, module: str, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT,
            env={**os.environ, **self.variables},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            sys.exit(f"{module} failed:\n{done.stdout}\n{done.stderr}")
        return done.stdout


def store(folder: Path, board: Path) -> Store:
    """A store in an empty folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return Store(board, folder / "build", folder / "shown")
