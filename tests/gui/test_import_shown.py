"""The services' values as the step shows them: what is kept off the screen, what a correction says, several files."""

from __future__ import annotations

import pytest

from checkin.domain.list_diff import FieldChange, PersonChange, Touched
from checkin.domain.listing import ListReading, ListWarning, RejectedRow
from checkin.gui.control.import_shown import changes_shown
from checkin.gui.pages.importing.changes_shown import SIDE_BY_SIDE
from checkin.services.import_run import ImportResult
from tests.gui import import_samples as samples


def shown_of(*changes: FieldChange, touched: tuple[Touched, ...] = (), place: str = ""):
    change = PersonChange("p", "Ada Quill", 4, changes, touched, place)
    return changes_shown(ImportResult([], changed=1, altered=[change])).altered


@pytest.mark.parametrize(
    ("change", "spoken", "told"),
    [
        (FieldChange("city", "Oban", "Perth"), "City: Oban → Perth", ()),
        (FieldChange("city", "", "Perth"), "City: Perth, until now nothing", ()),
        (FieldChange("status", "unpaid", "confirmed"), "Status: Not paid → Confirmed", ()),
        (FieldChange("access", "", "wheelchair"), "Access need changes", ("Access need changes",)),
        (FieldChange("email", "a@b", "c@d"), "E-mail changes", ("E-mail changes",)),
        (FieldChange("ticket_code", "1", "2"), "Ticket code changes", ("Ticket code changes",)),
        (FieldChange("fields", "S", "L", "T-shirt"), "T-shirt changes", ("T-shirt changes",)),
        (
            FieldChange("city", "Oban", "Perth", kept=True),
            "City: a correction made at a desk stands. The desk says Oban, the list Perth.",
            ("City: a correction made at a desk stands.", "The desk says Oban, the list Perth."),
        ),
        (
            FieldChange("phone", "1", "2", kept=True),
            "Phone: a correction made at a desk stands. The list says something else.",
            ("Phone: a correction made at a desk stands.", "The list says something else."),
        ),
        (FieldChange("bookings", "", "booked", "City walk"), "Booking: City walk, until now nothing", ()),
        (FieldChange("bookings", "booked", "", "City walk"), "Booking: City walk is taken away", ()),
        (FieldChange("bookings", "released", "booked", "City walk"), "Booking: City walk, until now nothing", ()),
        (FieldChange("bookings", "Canal", "Govan", "Visit"), "Visit: Canal → Govan", ()),
    ],
)
def test_a_field_in_words(change: FieldChange, spoken: str, told: tuple[str, ...]) -> None:
    field = shown_of(change).people[0].fields[0]
    assert (field.spoken, field.told) == (spoken, told)


@pytest.mark.parametrize(("touched", "place", "states", "badge"), [
    ((Touched.INSIDE, Touched.ABOARD), "", ["In", "Aboard"], None),
    ((Touched.BADGE_PRINTED,), "", [], "Badge printed"),
    ((Touched.BADGE_PRINTED, Touched.ON_MANIFEST), "box 2", ["On a printed manifest"],
     "Badge in box 2 is out of date"),
])  # fmt: skip
def test_what_already_happened_is_told(touched, place: str, states: list[str], badge: str | None) -> None:
    person = shown_of(touched=touched, place=place).people[0]
    assert [word for word, *_ in person.states] == states
    assert (person.badge[0] if person.badge else None) == badge


def test_the_lines_that_are_counted_are_the_lines_that_are_shown() -> None:
    long = "x" * SIDE_BY_SIDE
    fields = [
        FieldChange(field, old, new, "Label", kept)
        for field in ("city", "status", "phone", "fields", "bookings")
        for old, new in (("", "a"), ("a", ""), ("a", "b"), (long, long), ("", long), (long, ""))
        for kept in (False, True)
    ]
    for touched in ((), (Touched.INSIDE,), (Touched.BADGE_PRINTED,), tuple(Touched)):
        for field in fields:
            shown = shown_of(field, touched=touched)
            assert len(shown.people[0].below) == shown.lines[0], (field, touched)
        shown = shown_of(*fields, touched=touched)
        assert len(shown.people[0].below) == shown.lines[0]
    whole = changes_shown(samples.result())
    for group in (whole.newcomers, whole.altered, whole.left):
        assert [len(person.below) for person in group.people] == [int(count) for count in group.lines]


def test_touched_people_stand_first_in_the_order_they_came_in() -> None:
    touch = (Touched.INSIDE,)
    people = [PersonChange(n, n, 1, (), touch if n in "bd" else ()) for n in "abcd"]
    shown = changes_shown(ImportResult([], altered=people))
    assert [person.name for person in shown.altered.people] == ["b", "d", "a", "c"]
    assert shown.touched


def reading(file: str, **more) -> ListReading:
    given = {"people": [], "rejected": [], "merged": [], "warnings": []} | more
    return ListReading(
        file, 1, given["people"], [], given["merged"], given["rejected"], given["warnings"], ("Name", ""), 1, {}, "s"
    )


def test_of_several_files_each_sentence_says_its_file() -> None:
    warned = ListWarning("Cut off.", 3)
    one = reading("/in/a.csv", rejected=[RejectedRow(3, "No name.", ("", "x", "more"))], merged=[(2, 5), (6, 6)])
    two = reading("/in/b.csv", warnings=[warned, ListWarning("Whole list.")], people=[samples.person(3, "Ada Quill")])
    shown = changes_shown(ImportResult([one, two], warnings=[warned, ListWarning("Extras belong to nobody.", 9)]))
    assert [(n.title, n.text, n.file) for n in shown.aside] == [("a.csv, row 3", "No name.", "/in/a.csv")]
    assert [(c.header, c.value) for c in shown.aside[0].cells] == [("Cell 2", "x"), ("Cell 3", "more")]
    assert [(n.title, n.text) for n in shown.told] == [
        ("a.csv", "Rows 2 and 5 say the same: they are one person."),
        ("a.csv", "Row 6 names the same person twice: they are one."),
    ]
    assert [(n.title, n.text, n.row) for n in shown.warnings] == [
        ("b.csv, row 3, Ada Quill", "Cut off.", 3),
        ("b.csv", "Whole list.", None),
        ("Row 9", "Extras belong to nobody.", 9),
    ]


def test_e_mails_of_a_pair_are_compared_without_case_and_not_handed_on() -> None:
    pairs = changes_shown(samples.result(), {("b1", "b2"): "apart"}).pairs
    assert [(pair.email, pair.decided) for pair in pairs] == [("same", ""), ("other", "apart")]
    assert "@" not in repr(pairs)
