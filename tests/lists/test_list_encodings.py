"""Old encodings told apart by the letters of twenty-six languages."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from checkin.domain.listing import ReadOptions
from checkin.lists.encoding_guess import guess
from checkin.lists.reading import read_lists
from tests.lists.names_by_language import NAMES, WRITTEN

CASES = [(language, encoding) for language, encodings in WRITTEN.items() for encoding in encodings]
_PLAIN = ("Anna Kim", "John Smith", "Bo Li")


def written(names: tuple[str, ...] | list[str], encoding: str) -> bytes:
    return "\n".join((*_PLAIN, *names)).encode(encoding, "ignore")


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_a_list_of_a_language_in_one_of_its_encodings(language: str, encoding: str, tmp_path: Path) -> None:
    names = list(NAMES[language])
    path = tmp_path / "list.csv"
    path.write_bytes(("Name\n" + "\n".join((*_PLAIN, *names)) + "\n").encode(encoding))
    (reading,) = read_lists([path])
    assert [p.name for p in reading.people] == [*_PLAIN, *names]
    (told,) = [w.text for w in reading.warnings if "does not say its encoding" in w.text]
    assert f"read as {reading.encoding}" in told


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_three_names_are_enough(language: str, encoding: str) -> None:
    wrong = 0
    for seed in range(8):
        names = random.Random(seed).sample(NAMES[language], 3)
        data = written(names, encoding)
        wrong += not data.isascii() and data.decode(guess(data).encoding) != data.decode(encoding)
    assert wrong == 0


def test_one_name_is_mostly_enough() -> None:
    cases = [(written([name], e), e) for lang, e in CASES for name in NAMES[lang]]
    cases = [(data, e) for data, e in cases if not data.isascii()]
    right = sum(data.decode(guess(data).encoding) == data.decode(e) for data, e in cases)
    assert len(cases) > 300
    assert right > 0.9 * len(cases)


def test_where_few_letters_tell_it_is_said() -> None:
    assert not guess(written(["Núñez"], "cp1252")).sure
    found = guess(written(NAMES["cs"], "cp1250"))
    assert found.sure
    assert found.encoding == "cp1250"
    assert found.word in " ".join(NAMES["cs"])
    assert found.instead != found.word


def test_delegations_of_several_languages_share_one_encoding() -> None:
    mixed = [*NAMES["de"], *NAMES["fr"], *NAMES["es"], *NAMES["sv"]]
    assert guess(written(mixed, "cp1252")).encoding == "cp1252"
    central = [*NAMES["pl"], *NAMES["cs"], *NAMES["hu"], *NAMES["de"]]
    assert guess(written(central, "cp1250")).encoding == "cp1250"


@pytest.mark.parametrize("encoding", ["gb18030", "big5", "cp932", "euc_kr"])
def test_letters_of_two_bytes(encoding: str, tmp_path: Path) -> None:
    words = {
        "gb18030": ("姓名", ["张伟", "王芳", "李娜", "刘洋", "陈静", "杨帆", "赵磊", "黄丽"]),
        "big5": ("姓名", ["陳小明", "林美玲", "黃志偉", "張淑芬", "李俊傑", "王雅婷", "吳建宏"]),
        "cp932": ("名前", ["田中さくら", "鈴木たろう", "佐藤はなこ", "高橋けんた", "渡辺みさき", "伊藤ゆうき"]),
        "euc_kr": ("이름", ["김민준", "이서연", "박지훈", "최수빈", "정하은", "강도윤", "조은서"]),
    }
    header, names = words[encoding]
    path = tmp_path / "list.csv"
    path.write_bytes(
        f"{header},E-mail\n".encode(encoding) + "".join(f"{n},x@a.example\n" for n in names).encode(encoding)
    )
    (reading,) = read_lists([path], ReadOptions(mapping={"name": header}, encoding=encoding))
    assert [p.name for p in reading.people] == names


def test_bytes_that_mean_nothing_are_told(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    names = "".join(f"Jürgen Größe {i}\n" for i in range(40_000))
    path.write_bytes(b"Name\n" + names.encode("cp1252") + b"Bo \x81\x8d Li\n")
    (reading,) = read_lists([path])
    assert reading.encoding == "cp1252"
    assert any("mean nothing in cp1252" in w.text for w in reading.warnings)
    assert reading.people[-1].name == "Bo �� Li"
