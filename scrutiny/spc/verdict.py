"""The two icons beside an XmR chart: is it changing, and will it meet its target?"""

from dataclasses import dataclass

import pandas as pd

from scrutiny.spc.points import check_better, check_target


@dataclass(frozen=True)
class Icons:
    """The latest point in two words.

    ``variation`` is a word of the column point, or "none" for a series without a value.
    ``assurance`` is "pass", "fail", "inconsistent" (hit or miss), or "none".
    """

    variation: str
    assurance: str


def icons(frame: pd.DataFrame, *, better: str, target: float | None = None) -> Icons:
    """The icons of one series, from a frame that ``xmr`` gave with the same ``better``.

    Variation is the label of the last row that has a value; assurance compares the target with
    the limits of that row's group, which is the latest: beyond the limit on the better side the
    target is out of reach, "fail"; beyond the other, always met, "pass"; between them or equal to
    one, "inconsistent". Without a target, a better direction or limits it is "none".

    Raises ValueError for an unknown ``better`` and a ``target`` that is not finite.

    Source: NHSRplotthedots 0.2.2, as ``xmr``.
    """
    check_better(better)
    check_target(target)
    known = frame.loc[frame["value"].notna()]
    if known.empty:
        return Icons("none", "none")
    last = known.iloc[-1]
    return Icons(str(last["point"]), _assurance(last["lower"], last["upper"], better, target))


def _assurance(lower: float, upper: float, better: str, target: float | None) -> str:
    if target is None or better == "neutral" or pd.isna(upper):
        return "none"
    if lower <= target <= upper:
        return "inconsistent"
    return "fail" if (target > upper) == (better == "higher") else "pass"
