"""Rows as a CSV for spreadsheets."""

import pandas as pd


def csv(rows: pd.DataFrame, notice: str) -> bytes:
    """The rows as UTF-8 CSV with dates as YYYY-MM-DD.

    The first line is the notice on what is illustrative, so that it travels with the figures.
    Text that a spreadsheet would run as a formula is led by an apostrophe.
    """
    safe = rows.copy()
    for name in safe.columns:
        if pd.api.types.is_datetime64_any_dtype(safe[name]):
            safe[name] = safe[name].dt.strftime("%Y-%m-%d")
        elif not pd.api.types.is_numeric_dtype(safe[name]):
            safe[name] = safe[name].map(_unarmed, na_action="ignore")
    body = safe.to_csv(index=False, lineterminator="\r\n")
    first = " ".join(notice.split()).replace('"', "'")
    return f'\ufeff"# {first}"\r\n{body}'.encode()


def _unarmed(value: object) -> object:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r", "\n"):
        return f"'{value}"
    return value
