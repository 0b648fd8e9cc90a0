"""What counts of the claims, on each boundary."""

import pytest

from scrutiny.claims import Claims

SAID = {
    "is_logged_in": True,
    "sub": "s-1",
    "email": "chair@example.org",
    "email_verified": True,
    "exp": 1000,
}


def test_what_is_said_is_read() -> None:
    assert Claims.read(SAID) == Claims(True, "chair@example.org", "s-1", 1000.0)


@pytest.mark.parametrize("verified", [False, None, "false", "", 0, "yes", [True]])
def test_an_address_that_is_not_verified_does_not_count(verified: object) -> None:
    claims = Claims.read(SAID | {"email_verified": verified})
    assert (claims.email, claims.subject) == ("", "s-1")


def test_nor_does_one_of_which_nothing_is_said() -> None:
    said = {name: value for name, value in SAID.items() if name != "email_verified"}
    assert Claims.read(said).email == ""


def test_the_word_true_counts_as_a_few_services_send_it() -> None:
    assert Claims.read(SAID | {"email_verified": "true"}).email == "chair@example.org"


@pytest.mark.parametrize(
    ("now", "has_ended"), [(999.0, False), (999.999, False), (1000.0, True), (1e12, True)]
)
def test_it_ends_at_the_very_second(now: float, *, has_ended: bool) -> None:
    assert Claims.read(SAID).has_ended(now) is has_ended


@pytest.mark.parametrize("exp", [None, "1000", "soon", float("nan"), True])
def test_what_does_not_say_when_it_ends_has_ended(exp: object) -> None:
    assert Claims.read(SAID | {"exp": exp}).has_ended(5.0)


@pytest.mark.parametrize("said", [{}, {"is_logged_in": False}, {"is_logged_in": "yes"}])
def test_nobody_is_signed_in_unless_it_is_said(said: dict[str, object]) -> None:
    assert not Claims.read(said).is_signed_in


@pytest.mark.parametrize("odd", [None, 7, ["chair@example.org"], {"a": 1}])
def test_names_that_are_no_text_are_none(odd: object) -> None:
    claims = Claims.read(SAID | {"email": odd, "sub": odd})
    assert (claims.email, claims.subject) == ("", "")
