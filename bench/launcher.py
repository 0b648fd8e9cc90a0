"""Starts an app as it is always started, and notes how long each run of its script takes.

``python -m bench.launcher SCRIPT LOG``: one line of JSON a run, with seconds of wall clock, of work
by the whole process on all cores, and of collecting garbage, which Streamlit does after each run.
"""

import gc
import json
import sys
import time
from pathlib import Path

from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import RerunData, ScriptRunner
from streamlit.web import cli

from bench.servers import REAL

_collected = {"began": 0.0, "total": 0.0}


def launch(script: Path, log: Path) -> None:
    """Serves until it is stopped."""
    run_script = ScriptRunner._run_script  # noqa: SLF001 - nothing public says when a run ends
    gc.callbacks.append(_collecting)

    def timed(runner: ScriptRunner, rerun: RerunData) -> None:
        wall, work, garbage = time.perf_counter(), time.process_time(), _collected["total"]
        try:
            run_script(runner, rerun)
        finally:
            took = {
                "wall": time.perf_counter() - wall,
                "work": time.process_time() - work,
                "garbage": _collected["total"] - garbage,
            }
            with log.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(took) + "\n")

    setattr(ScriptRunner, "_run_script", timed)  # noqa: B010 - mypy minds the plain way
    if script == REAL:
        _serve_ours()
    else:
        PagesManager.uses_pages_directory = False  # so that a link to a page finds it at once
        cli.main(["run", str(script)])


def _serve_ours() -> None:
    sys.argv = sys.argv[:1]
    from scrutiny import serve  # noqa: PLC0415 - the twin starts without any of ours

    serve.main()


def _collecting(phase: str, _: dict[str, int]) -> None:
    if phase == "start":
        _collected["began"] = time.process_time()
    else:
        _collected["total"] += time.process_time() - _collected["began"]


if __name__ == "__main__":
    launch(Path(sys.argv[1]), Path(sys.argv[2]))
