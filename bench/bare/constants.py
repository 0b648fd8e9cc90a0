"""What the twin shows, read and built once when it is first imported."""

import os
import pickle
from pathlib import Path
from typing import Any

import plotly.graph_objects as go

Call = tuple[int, str, tuple[Any, ...], dict[str, Any], list[int]]

ANY_DAY = "Another day"


def _built(call: Call) -> Call:
    place, method, args, more, made = call
    names = more.get("format_func")
    if isinstance(names, dict):
        more = more | {"format_func": names.__getitem__}
    return place, method, tuple(_argument(value) for value in args), more, made


def _argument(value: Any) -> Any:
    if isinstance(value, tuple) and value[:1] == ("deferred",):
        return lambda: value[1]  # a download that is only made when asked for
    return go.Figure(value) if isinstance(value, go.Figure) else value


def _page(kept: dict[str, Any]) -> dict[str, Any]:
    built = {
        part: {key: [_built(call) for call in calls] for key, calls in kept[part].items()}
        for part in ("controls", "body")
    }
    return kept | built


# The page that is measured, or every page where none is named.
_ONLY = os.environ.get("BENCH_PAGE", "")
SHOWN = {
    path.stem: _page(pickle.loads(path.read_bytes()))
    for path in sorted(Path(os.environ["BENCH_SHOWN"]).glob("*.pickle"))
    if _ONLY in ("", path.stem)
}
