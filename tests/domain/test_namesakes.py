"""Whether two names may be one person's: spellings that may, names that may not, and that it is so both ways round."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checkin.domain.names import fold
from checkin.domain.namesakes import is_near, sounds_alike

NEAR = [
    ("Ada Quill", "A. Quill"), ("Joanne Kathleen Rowling", "J. K. Rowling"), ("Joanne Kathleen Rowling", "J Rowling"),
    ("María García López", "Maria Garcia"), ("Anna Schmidt", "Anna Müller-Schmidt"), ("Dr. Ada Quill", "Ada Quill"),
    ("Björn Müller", "Bjoern Mueller"), ("Søren Kjær", "Soeren Kjaer"), ("Jan Novak", "Jan Nowak"),
    ("Jan Nvoak", "Jan Novak"), ("Jan Novakk", "Jan Novak"), ("Jan Nova", "Jan Novak"), ("Jan Sovak", "Jan Novak"),
    ("Siobhan O'Neill", "Siobhan O Neill"), ("Anne-Marie Quill", "Annemarie Quill"),
    ("Jan van den Berg", "Jan Vandenberg"), ("Müller", "Mueller"),
    ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"), ("Γιώργος Παπαδόπουλος", "Yiorgos Papadopoulos"),
    ("Пётр Чайковский", "Petr Tchaikovsky"), ("П. Чайковский", "Пётр Чайковский"),
]  # fmt: skip
FAR = [
    ("Jan Novak", "Eva Stone"), ("Jan Novak", "Jan Stone"), ("Jan Novak", "Eva Novak"), ("Ada Quill", "Ade Quil"),
    ("Li Na", "Li Ma"), ("Ada Quill", "B. Quill"), ("Jan Novák", "Jana Nováková"), ("Martin Quill", "Martina Quill"),
    ("Mario Rossi", "Maria Rossi"), ("Daniel Quill", "Daniela Quill"), ("Novak", "Jan Novak"), ("J N", "Jan Novak"),
    ("Пётр Чайковский", "Anton Chekhov"), ("Ada", "Eva"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_these_may_be_one(one: str, other: str) -> None:
    assert is_near(fold(one), fold(other))
    assert is_near(fold(other), fold(one))


@pytest.mark.parametrize(("one", "other"), FAR)
def test_these_are_two(one: str, other: str) -> None:
    assert not is_near(fold(one), fold(other))
    assert not is_near(fold(other), fold(one))


def test_the_same_in_other_letters() -> None:
    greek = fold("Γιώργος Παπαδόπουλος")
    for latin in ("Giorgos Papadopoulos", "Yiorgos Papadopoulos", "Papadopoulos Giorgos"):
        assert sounds_alike(greek, "", "", fold(latin))
        assert sounds_alike("", fold(latin), greek, "")
    for latin in ("Giorgos Dimitriou", "Papadopoulos", "Giorgos Papadopoulos Dimitriou"):
        assert not sounds_alike(greek, "", "", fold(latin))
    assert not sounds_alike("", "jan novak", "", "jan nowak"), "other letters only, no other spelling"


NAMES = ("Wolfgang", "Beatrice", "Tomasz", "Ingeborg", "Łukasz", "Quillfeather", "Sørensen", "Kowalczyk", "Dvořák")


def respelt(word: str, dice: random.Random) -> str:
    """`word` as somebody else might write it."""
    way = dice.randrange(5)
    if way == 0:
        return word[0] + "."
    if way == 1:
        return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).upper()
    place = dice.randrange(1, len(word) - 2)
    if way == 2:
        return word[:place] + word[place + 1 :]
    if way == 3:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word[:place] + "x" + word[place:]


@settings(max_examples=300, derandomize=True, deadline=None)
@given(st.permutations(NAMES), st.booleans(), st.randoms(use_true_random=False))
def test_one_word_respelt_is_near(names: list[str], first: bool, dice: random.Random) -> None:
    given_name, family = names[:2]
    again = [respelt(given_name, dice), family] if first else [given_name, respelt(family, dice)]
    dice.shuffle(again)
    one, other = fold(f"{given_name} {family}"), fold(" ".join(again))
    assert is_near(one, other)
    assert is_near(other, one)
    assert not is_near(one, fold(f"{names[2]} {names[3]}"))
    assert not is_near(one, fold(f"{given_name} {names[3]}"))
