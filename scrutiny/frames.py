"""An answer as a table of pandas, column by column.

``df()`` of DuckDB gives the same but for lists. It sets what is null through the table that it has
just made, which takes longer than most questions.
"""

from typing import Any

import duckdb
import numpy as np
import pandas as pd

# answers are small and read cell by cell, which text kept by Python makes twice as fast
pd.set_option("mode.string_storage", "python")


def frame(cursor: duckdb.DuckDBPyConnection) -> pd.DataFrame:
    """The rows that the cursor holds.

    Days are datetime64 and text is str; whole numbers of which some are null are nullable integers.
    A list or a structure that is null is None.
    """
    return pd.DataFrame(
        {name: _column(values) for name, values in cursor.fetchnumpy().items()}, copy=False
    )


def _column(values: Any) -> Any:
    if not isinstance(values, np.ma.MaskedArray):
        return values
    data, is_null = values.data, np.ma.getmaskarray(values)
    match data.dtype.kind:
        case "i" | "u":
            return pd.arrays.IntegerArray(data, is_null)
        case "b":
            return pd.arrays.BooleanArray(data, is_null)
        case "f":
            return np.where(is_null, np.nan, data)
        case "M":
            return np.where(is_null, np.datetime64("NaT"), data)
        case _:
            made = data.copy()
            made[is_null] = None
            return made
