"""The hash chain: each entry's digest covers the entry and the digest before it."""

import json
from collections.abc import Mapping
from hashlib import sha256

GENESIS = "0" * 64  # what the first entry of a journal is chained to
_ADDED = ("entered_by", "corrects")  # columns of later versions, in the digest where they are used


class ChainBroken(Exception):
    """The journal is not what was appended; ``seq`` is the first entry that is wrong or gone."""

    def __init__(self, seq: int) -> None:
        self.seq = seq
        super().__init__(
            f"The journal was changed after it was written: entry {seq} is altered, missing or "
            "was never appended. Keep the file as it is and restore the last good backup."
        )


def canonical(value: object) -> str:
    """The one JSON text of a value: keys sorted, no spaces, no NaN.

    Raises TypeError or ValueError for what JSON cannot hold.
    """
    return json.dumps(
        value, sort_keys=True, separators=(",", ":"), allow_nan=False, ensure_ascii=False
    )


def digest(previous: str, row: Mapping[str, object]) -> str:
    """SHA-256, as 64 hexadecimal digits, over the digest before and every column of the row.

    ``row`` holds the columns as they are stored, without the digest itself. A column that a later
    version added counts where it holds something, so that older entries keep their digest.
    """
    held = {name: value for name, value in row.items() if value is not None or name not in _ADDED}
    # surrogatepass: bytes that are no longer UTF-8 must give another digest, not an error.
    return sha256((previous + canonical(held)).encode("utf-8", "surrogatepass")).hexdigest()


def check(previous: str, seq: int, row: Mapping[str, object]) -> str:
    """The digest of a stored row that must be entry ``seq``; raises ChainBroken if it is not."""
    columns = dict(row)
    stored = columns.pop("digest")
    if columns["seq"] != seq:
        raise ChainBroken(min(seq, int(str(columns["seq"]))))
    try:
        found = digest(previous, columns)
    except (TypeError, ValueError):  # a column that no longer holds text
        raise ChainBroken(seq) from None
    if found != stored:
        raise ChainBroken(seq)
    return found


def check_end(head: tuple[int, str], last: tuple[int, str]) -> None:
    """Compare (seq, digest) noted at the last append with the last entry found.

    Catches entries cut from the end, which a chain cannot show by itself.
    """
    if head != last:
        raise ChainBroken(last[0] if head[0] == last[0] else min(head[0], last[0]) + 1)
