"""Lists that were compared, with invented people, for pictures and tests of the import page."""

from __future__ import annotations

from checkin.domain.list_diff import FieldChange, LikelyPair, PersonChange, Side, Touched
from checkin.domain.listing import ColumnChoice, ListedPerson, ListReading, ListWarning, RejectedRow, Sureness
from checkin.services.import_run import ImportResult

FILE = "registrations-2019-03-24.csv"
HEADERS = ("First name", "Last name", "E-mail", "Organisation", "City", "Diet", "Persons")
FIELDS = ("given", "family", "email", "organisation", "city", "diet", "quantity")


def person(row: int, name: str, organisation: str = "", city: str = "") -> ListedPerson:
    given, _, family = name.partition(" ")
    return ListedPerson(row, f"name:{row}", given, family, name, organisation=organisation, city=city)


def reading() -> ListReading:
    """129 rows: 124 people, two merged, three set aside."""
    people = [person(5 + n, f"Person {n}", "Stadt Leipzig", "Leipzig") for n in range(124)]
    people[7] = person(12, "Bjørn Løvås", "Oslo kommune", "Oslo")
    rejected = [
        RejectedRow(41, "No name in it", ("", "", "", "Ayuntamiento de Bilbao", "Bilbao", "", "1")),
        RejectedRow(97, "E-mail “anna@@example.org” has two @ signs; name and city kept",
                    ("Anna", "Lindqvist", "anna@@example.org", "Malmö stad", "Malmö", "vegetarian", "1")),
        RejectedRow(112, "Quantity “3”, but only one guest named: say who the others are, or write 2",
                    ("Iain", "Kerr", "iain@example.org", "Glasgow City Council", "Glasgow", "no nuts", "3")),
    ]  # fmt: skip
    warnings = [
        ListWarning("Two sheets were left out: Instructions, Prices."),
        ListWarning("The phone “4.47912E+11” was cut by a spreadsheet; it is not used.", 12),
    ]
    columns = tuple(
        ColumnChoice(n, header, field, Sureness.SURE, "The header says so.")
        for n, (header, field) in enumerate(zip(HEADERS, FIELDS, strict=True))
    )
    return ListReading(
        FILE, 129, people, [], [(4, 17), (22, 23)], rejected, warnings, HEADERS, 3, {}, "sig", "utf-8", ";",
        duplicates=[((30, 31), "The same name, but other details: both were kept.")], columns=columns,
    )  # fmt: skip


CHANGES = [
    PersonChange("p1", "Anke Müller-Şahin", 23, (
        FieldChange("organisation", "Haus der Nachbarschaft", "Haus der Nachbarschaft e. V."),
    ), (Touched.INSIDE, Touched.ON_MANIFEST, Touched.BADGE_PRINTED), "box 2, number 14", FILE),
    PersonChange("p2", "Ştefan Țurcanu", 61, (
        FieldChange("status", "unpaid", "confirmed"), FieldChange("diet", "", "vegan"),
        FieldChange("city", "Iași", "Chișinău", kept=True),
    ), (Touched.BADGE_PRINTED,), "", FILE),
    PersonChange("p3", "Þórunn Ægisdóttir", 74, (
        FieldChange("bookings", "Canal and studios", "Housing of Maryhill Burgh", "Visit"),
        FieldChange("phone", "+44 1", "+44 2", kept=True),
    ), (), "", FILE),
    PersonChange("p4", "Łukasz Wiśniewski", 88, (
        FieldChange("family", "Wisniewski", "Wiśniewski"), FieldChange("city", "", "Łódź"),
        FieldChange("category", "Speaker", ""),
        FieldChange("organisation", "Miejski Ośrodek Pomocy Rodzinie w Łodzi, Wydział Polityki Społecznej",
                    "Urząd Miasta Łodzi, Departament Polityki Społecznej i Zdrowia"),
        FieldChange("fields", "S", "XL", "T-shirt"),
    ), (), "", FILE),
]  # fmt: skip
GONE = [
    PersonChange("g1", "Núria García i López"),
    PersonChange("g2", "Xavier Etxeberria", touched=(Touched.ABOARD, Touched.BADGE_PRINTED), badge_place="box 1"),
]
NEW = [
    person(12, "Bjørn Løvås", "Oslo kommune", "Oslo"), person(13, "Ő Nagy"),
    person(14, "Aoife Ní Bhraonáin-O’Sullivan", "Dublin City Council, Directorate for Inclusive Neighbourhoods",
           "Dublin"),
    *(person(20 + n, f"Newcomer {n}", "Comune di Torino", "Turin") for n in range(9)),
]  # fmt: skip
PAIRS = [
    LikelyPair(
        Side("a1", "Anna Bergström", "Göteborgs Stad", "Gothenburg", "anna@example.org", row=52),
        Side("a2", "Anna Bergstrom", "City of Gothenburg", "Gothenburg", "ANNA@example.org"),
        "The same e-mail, and names that read alike.",
    ),
    LikelyPair(
        Side("b1", "Jürgen Müller", "Stadt Leipzig, Sozialamt", "Leipzig", "j.mueller@example.org", row=60),
        Side("b2", "Juergen Mueller", "Stadt Leipzig", "Leipzig", "juergen@example.org", row=77),
        "Names that read alike, of one organisation.",
    ),
]


def result() -> ImportResult:
    """A list like that of the picture: 12 new, 4 changed, 108 unchanged, 2 gone, 2 merged, 3 set aside."""
    read = reading()
    return ImportResult(
        [read], new=12, changed=4, unchanged=108, vanished=2, merged=2, warnings=list(read.warnings),
        newcomers=list(NEW), altered=list(CHANGES), gone=list(GONE), likely=list(PAIRS),
    )  # fmt: skip


def nothing_new() -> ImportResult:
    """A list that says what is known already."""
    read = ListReading(FILE, 3, [person(2, "A B"), person(3, "C D"), person(4, "E F")], [], [], [], [], HEADERS, 1, {},
                       "sig")  # fmt: skip
    return ImportResult([read], unchanged=3)
