"""What the measurements ran on."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("streamlit", "duckdb", "pandas", "plotly", "sqlalchemy", "playwright")


def lines() -> list[str]:
    """Processor, memory, system and versions, one fact a line."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return [
        f"Processor: {_processor()}, {os.cpu_count()} cores, load {_load()} at the end",
        f"Memory: {_memory()}",
        f"System: {_system()}, Python {platform.python_version()}",
        f"Versions: {packages}",
    ]


def _field(path: str, name: str) -> str:
    file = Path(path)
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    found = (line.split(":", 1)[1] for line in text.splitlines() if line.startswith(name))
    return next(found, "unknown").strip()


def _processor() -> str:
    return _field("/proc/cpuinfo", "model name") or platform.processor()


def _memory() -> str:
    found = _field("/proc/meminfo", "MemTotal").split()
    return f"{int(found[0]) / 1024**2:.0f} GiB" if found[0].isdigit() else "unknown"


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform()


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
