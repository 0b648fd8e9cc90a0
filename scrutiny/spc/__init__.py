"""Statistical process control: arrays in date order in, frames of lines and labels out.

Every function says its formula, its units and its source. None reads a clock, a file or a store.

Which to use: thirteen or more monthly or quarterly points, ``xmr``; fewer, ``run_chart``; shares of
small or very unequal denominators, ``p_limits`` or ``p_prime_limits``; places side by side,
``funnel``; annual official figures, ``recent_trend`` and no limits at all.
"""

from scrutiny.spc.attributes import c_limits, p_limits, p_prime_limits, u_limits
from scrutiny.spc.funnels import FUNNEL_RULES, funnel
from scrutiny.spc.points import MIN_POINTS, xmr, xmr_many
from scrutiny.spc.rules import RULES
from scrutiny.spc.runs import run_chart
from scrutiny.spc.trends import TREND_LEVEL, TREND_POINTS, Trend, recent_trend
from scrutiny.spc.verdict import Icons, icons

__all__ = [
    "FUNNEL_RULES",
    "MIN_POINTS",
    "RULES",
    "TREND_LEVEL",
    "TREND_POINTS",
    "Icons",
    "Trend",
    "c_limits",
    "funnel",
    "icons",
    "p_limits",
    "p_prime_limits",
    "recent_trend",
    "run_chart",
    "u_limits",
    "xmr",
    "xmr_many",
]
