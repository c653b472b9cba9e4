"""What a person said of the lists that are brought in: which column is what, what words mean, what is an extra."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from checkin.domain.listing import LEFT_OUT, ListReading, ReadOptions, Sureness
from checkin.domain.people import Status

KEPT = ""
ASIDE, PERSON, EXTRA = "aside", "person", "extra"


@dataclass
class Choices:
    """`options` is what is said so far, for the reader; what was asked stays asked, that an answer can be changed.

    Attributes:
        words: each word about status that was not known, with its rows; `aside` those whose rows stay set aside.
        products: each product that looked like an extra; `people` those that are people all the same.
    """

    options: ReadOptions = field(default_factory=ReadOptions)
    words: dict[str, tuple[int, ...]] = field(default_factory=dict)
    aside: frozenset[str] = frozenset()
    products: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()

    def learn(self, readings: Sequence[ListReading]) -> None:
        """Lists were read: keep what has to be asked about them."""
        for reading in readings:
            for word, rows in reading.unknown_statuses.items():
                self.words.setdefault(word, rows)
            self.products = tuple(dict.fromkeys((*self.products, *reading.suspected_extras)))

    def answer_word(self, word: str, status: str) -> None:
        """What a word about status means: one of our statuses, or ASIDE to leave its rows out."""
        statuses = {known: told for known, told in self.options.statuses.items() if known != word}
        if status == ASIDE:
            self.aside |= {word}
        else:
            self.aside -= {word}
            statuses[word] = Status(status)
        self.options = replace(self.options, statuses=statuses)

    def answer_product(self, product: str, what: str) -> None:
        """Whether the rows of a product are people (PERSON) or give something to one (EXTRA)."""
        extras = [known for known in self.options.extras if known != product]
        if what == EXTRA:
            extras.append(product)
            self.people -= {product}
        else:
            self.people |= {product}
        self.options = replace(self.options, extras=tuple(extras))

    def choose(self, reading: ListReading, column: int, choice: str) -> None:
        """A column goes to our field `choice`, stays an extra field (KEPT), or is left out (LEFT_OUT).

        The field that it leaves is not looked for elsewhere, unless a person says where it is.
        """
        header = next(c.header for c in reading.columns if c.column == column)
        mapping, columns = dict(self.options.mapping), dict(self.options.columns)
        columns.pop(header, None)
        for name in _fields_of(reading, column):
            if name != choice:
                mapping[name] = ""
        if choice in (KEPT, LEFT_OUT):
            columns[header] = choice
        else:
            mapping[choice] = header
        self.options = replace(self.options, mapping=mapping, columns=columns)

    def confirm(self, readings: Sequence[ListReading]) -> None:
        """A person saw the columns and went on: those that only were likely are theirs, and remembered."""
        if len(readings) != 1:
            return
        reading, mapping = readings[0], dict(self.options.mapping)
        for column in readings[0].columns:
            unsure = column.sureness in (Sureness.LOOK, Sureness.GUESS)
            if unsure and reading.mapping.get(column.field) == column.header:
                mapping.setdefault(column.field, column.header)
        self.options = replace(self.options, mapping=mapping)


def _fields_of(reading: ListReading, column: int) -> list[str]:
    """Every field of ours that is read from a column; a category may be the product too."""
    header = next(c.header for c in reading.columns if c.column == column)
    return [name for name, of in reading.mapping.items() if of == header]
