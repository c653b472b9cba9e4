"""Badge codes: what one mistypes is noticed, what one spells otherwise is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.badge import ALPHABET, CODE_LENGTH, check_character, make_code, normal_code, spaced

codes = st.builds(make_code, st.text(ALPHABET, min_size=2, max_size=2), st.integers(0, 2**40 - 1))
some = settings(max_examples=60, derandomize=True, deadline=None)


@some
@given(codes)
def test_every_mistyped_character_is_noticed(code: str) -> None:
    wrong = [code[:i] + c + code[i + 1 :] for i in range(CODE_LENGTH) for c in ALPHABET if c != code[i]]
    assert [w for w in wrong if normal_code(w)] == []


@some
@given(codes)
def test_every_swap_of_neighbours_is_noticed(code: str) -> None:
    swapped = [
        code[:i] + code[i + 1] + code[i] + code[i + 2 :] for i in range(CODE_LENGTH - 1) if code[i] != code[i + 1]
    ]
    assert [w for w in swapped if normal_code(w)] == []


@some
@given(codes, st.randoms(use_true_random=False))
def test_case_blanks_hyphens_and_lookalikes_do_not_count(code: str, random: object) -> None:
    spelt = "".join(random.choice((c, c.lower())) + random.choice(("", " ", "-", "\t")) for c in code)  # type: ignore[attr-defined]
    assert normal_code(spelt) == normal_code(spaced(code)) == code
    assert normal_code(code.replace("1", "l").replace("0", "O").replace("V", "u")) == code


def test_zero_and_z_are_two_characters() -> None:
    """Modulo 31 they would be one: a whole alphabet needs a field of 32."""
    assert check_character("G50000000Z") != check_character("G500000000")


@some
@given(st.integers(0, 2**40 - 1), st.integers(0, 2**40 - 1))
def test_codes_of_two_numbers_differ(one: int, other: int) -> None:
    assert (make_code("G5", one) == make_code("G5", other)) == (one == other)
    assert len(make_code("G5", one)) == CODE_LENGTH


@pytest.mark.parametrize(
    "text", ["", "G5", "G5000000000000", "ß" * 6, "日本日本日本日本日本日", "١" * 11, "G500000000!"]
)
def test_what_is_no_code(text: str) -> None:
    assert normal_code(text) is None


def test_a_foreign_character_is_said() -> None:
    with pytest.raises(ValueError, match="'U'"):
        check_character("GU00000000")
