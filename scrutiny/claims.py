"""What the sign-in service says of whoever signed in (OpenID Connect Core 1.0, 2 and 5.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Claims:
    """``email`` is empty unless the service says that the address is theirs.

    ``ends_at`` is when the sign-in ends, in seconds since 1970; 0 where that is not said, so that
    what does not say it has ended.
    """

    is_signed_in: bool
    email: str
    subject: str
    ends_at: float

    @classmethod
    def read(cls, said: Mapping[str, Any]) -> "Claims":
        """Reads ``is_logged_in``, ``sub``, ``email``, ``email_verified`` and ``exp``."""
        # a few services send the word in place of the truth value
        is_theirs = said.get("email_verified") in (True, "true")
        ends = said.get("exp")
        return cls(
            said.get("is_logged_in") is True,
            _text(said.get("email")) if is_theirs else "",
            _text(said.get("sub")),
            float(ends) if isinstance(ends, int | float) else 0.0,
        )

    def has_ended(self, now: float) -> bool:
        """Has the sign-in ended by ``now``, in seconds since 1970?"""
        return not now < self.ends_at


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
