"""Traps in how text files are written and laid out."""

from __future__ import annotations

from tests.lists.traps.trap import Trap, packed, text
from tests.lists.traps.xlsx import workbook

_PEOPLE = (
    "First name,Last name,Email",
    "Zoé,Müller,z@a.example",
    "Jürgen,Größe,j@a.example",
    "Åsa,Sjöström,o@a.example",
)
_CZECH = ("Jméno;Příjmení;Město", "Jiří;Dvořák;Plzeň", "Věra;Růžičková;Ústí", "Tomáš;Šťastný;Brno")
_TURKISH = ("Name;City", "Ayşe Güneş;İzmir", "Şükrü Yıldız;Eskişehir", "Işıl Doğan;Ağrı")
_RUSSIAN = ("Name;City", "Иван Петров;Москва", "Ольга Щербакова;Тверь", "Юрий Жуков;Уфа")
_GREEK = ("Name;City", "Γιώργος Παπαδόπουλος;Αθήνα", "Ελένη Νικολάου;Πάτρα", "Άννα Θεοδώρου;Χανιά")
_LATIN9 = ("Nom;Prénom;Ville", "Lebœuf;Noëlle;Phœnix", "Šimek;Žofia;Châteauroux", "Œuvrard;Anaïs;Nîmes")

TRAPS: tuple[Trap, ...] = (
    text("utf8-with-mark", *_PEOPLE, encoding="utf-8-sig"),
    text("utf16-with-mark", *_PEOPLE, encoding="utf-16"),
    text("utf16-without-mark", *_PEOPLE, encoding="utf-16-be"),
    text("utf16-russian-without-mark", *_RUSSIAN, encoding="utf-16-le"),
    text("cp1250-czech", *_CZECH, encoding="cp1250"),
    text("cp1251-russian", *_RUSSIAN, encoding="cp1251"),
    text("cp1252-german", *_PEOPLE, encoding="cp1252"),
    text("cp1253-greek", *_GREEK, encoding="cp1253"),
    text("cp1254-turkish", *_TURKISH, encoding="cp1254"),
    text("iso8859-2-czech", *_CZECH, encoding="iso8859-2"),
    text("iso8859-15-french", *_LATIN9, encoding="iso8859-15"),
    text("old-macintosh", *_PEOPLE, encoding="mac_roman", end="\r"),
    text("few-letters", "Name,Email", "Jose Núñez,j@a.example", encoding="cp1252"),
    text("quotation-mark-never-closed", "Name,Notes", 'Anna Kim,"open', "Bo Li,x", "Cy Lo,y"),
    text("another-delimiter-in-a-row", "Name;Email", "Anna Kim;a@a.example", "Bo Li,b@a.example", "Cy Lo;c@a.example"),
    text(
        "header-repeated-in-capitals",
        "Name,Email",
        "Anna Kim,a@a.example",
        "NAME,EMAIL",
        "Bo Li,b@a.example",
        "Name,",
        "Cy Lo,c@a.example",
    ),
    text("person-above-the-header", "Anna Kim,a@a.example", "Name,Email", "Bo Li,b@a.example"),
    text(
        "total-under-e-mails-and-a-date",
        "Name;E-Mail",
        "Anna Kim;a@a.example",
        "Bo Li;b@a.example",
        "Summe;2",
        ";",
        "Stand: 01.05.2026",
    ),
    text("reason-of-their-own", "Name,Email,Reason", "Anna Kim,a@a.example,press", "Bo Li,b@a.example,"),
    text(
        "part-of-a-list", "Name,Email,reason", "Anna Kim,a@a.example,Row 7: The row has no name.", "Bo Li,b@a.example,"
    ),
    text("saved-twice-in-utf8", "Name,Email", "JÃ¼rgen MÃ¼ller,j@a.example", "Anna Kim,a@a.example"),
    text("mac-line-ends", "sep=;", "Name;City", "Anna Kim;Leeds", "Bo Li;Bath", end="\r"),
    text("sep-line-quoted", '"sep=|"', "Name|City", "Anna Kim|Leeds, UK"),
    text("sep-line-utf16", "sep=\t", "Name\tCity", "Anna Kim\tLeeds", encoding="utf-16"),
    text("tsv", "Name\tCity\tRemarks", "Anna Kim\tLeeds\ta, b; c", file="list.tsv"),
    text("caret", "Name^Email^City", "Anna Kim^a@a.example^Leeds", "Bo Li^b@a.example^Bath", file="list.txt"),
    text("unit-separator", "Name\x1fCity", "Anna Kim\x1fLeeds", "Bo Li\x1fBath"),
    text("colon", "Name:City", "Anna Kim:Leeds", "Bo Li:Bath", file="list.txt"),
    text(
        "every-row-in-quotes", '"Name,Email,City"', '"Anna Kim,a@a.example,""Leeds, UK"""', '"Bo Li,b@a.example,Bath"'
    ),
    text("quoted-line-breaks", "Name,Remarks,City", '"Anna\r\nKim","one\r\ntwo",Leeds', "Bo Li,,Bath"),
    text("swallowed-rows", "Name,Remarks,City", 'Anna Kim,"vegan,Leeds', "Bo Li,,Bath", 'Cy Lo,,"York"', "Di Ho,,Hull"),
    text(
        "titles-blank-rows-total",
        "Attendees of the summit,,",
        "As of 11 May,,",
        ",,",
        "Name,Email,City",
        "Anna Kim,a@a.example,Leeds",
        ",,",
        "Bo Li,b@a.example,Bath",
        ",,",
        "Total: 2,,",
    ),
    text("total-of-numbers", "Name,Email,Age", "Anna Kim,a@a.example,30", "Bo Li,b@a.example,40", ",,70"),
    text("german-total", "Name;Ort", "Anna Kim;Bonn", "Bo Li;Köln", "Anzahl Teilnehmer: 2;"),
    text("people-who-sound-like-totals", "Name,City", "Summer Count,Leeds", "Gesamt Müller,Bonn", "Total,Paris"),
    text(
        "header-in-the-middle",
        "Summit 2026,",
        "Name,City",
        "Anna Kim,Leeds",
        "Summit 2026,",
        "Name,City",
        "Bo Li,Bath",
    ),
    text(
        "two-tables",
        "1. Summary",
        "Meeting title\tWeekly",
        "Attended participants\t2",
        "",
        "2. Participants",
        "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole",
        "Anna Kim\t2/7/26, 10:00:05 AM\t2/7/26, 11:02:00 AM\t1h 1m\ta@a.example\ta@a.example\tOrganizer",
        "Bo Li\t2/7/26, 10:05:00 AM\t2/7/26, 11:02:00 AM\t55m\tb@a.example\tb@a.example\tAttendee",
        "",
        "3. In-Meeting Activities",
        "Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole",
        "Anna Kim\t2/7/26, 10:00:05 AM\t2/7/26, 11:02:00 AM\t1h 1m\ta@a.example\tOrganizer",
        encoding="utf-16",
        file="teams.csv",
    ),
    text(
        "header-of-two-lines",
        "Participant,,Contact,",
        "First name,Last name,E-mail,Phone",
        "Anna,Kim,a@a.example,+44 1",
    ),
    text(
        "header-of-two-lines-with-choices",
        "Name,Email,Site visits,,Workshops,",
        ",,Harbour,Castle,Morning,Afternoon",
        "Anna Kim,a@a.example,x,,Tools,Maps",
        "Bo Li,b@a.example,,x,,Paper",
    ),
    text("header-in-two-languages", "Vorname;Nachname;Ort", "First name;Last name;City", "Anna;Kim;Bonn", "Bo;Li;Köln"),
    text("names-only", "Anna Kim", "Bo Li", "Zoé van den Berg", "Íñigo O'Neil"),
    text("names-only-with-title", "Guests of the evening", "", "Anna Kim", "Bo Li", "Cy Lo"),
    text("emails-only", "anna.kim@a.example", "bo_li@a.example", "info@a.example"),
    text("emails-with-header", "E-Mail", "anna.kim@a.example", "bo@a.example"),
    text("emails-with-wrong-header", "Participants", "anna.kim@a.example", "bo@a.example"),
    text("names-with-emails", "Anna Kim <anna@a.example>", '"Li, Bo" <bo@a.example>', "cy@a.example"),
    text("addresses-on-one-line", "Anna Kim <anna@a.example>; Bo Li <bo@a.example>; cy@a.example", file="list.txt"),
    text(
        "no-header-three-columns",
        "Anna;Kim;anna.kim@a.example;Leeds",
        "Bo;Li;bo.li@a.example;Bath",
        "Cy;Lo;cy.lo@a.example;York",
    ),
    Trap(
        "zip-of-lists",
        "lists.zip",
        packed(
            {
                "one.csv": b"Name,City\nAnna Kim,Leeds\n",
                "sub/two.xlsx": workbook(People=[["Name"], ["Bo Li"]]),
                "~$two.xlsx": b"lock",
                "read me.pdf": b"%PDF-1.7",
            }
        ),
    ),
    Trap("empty", "list.csv", b""),
    Trap("only-a-mark", "list.csv", b"\xff\xfe"),
    Trap("picture-named-csv", "list.csv", b"\x89PNG\r\n\x1a\n" + bytes(60)),
    Trap("phone-picture-named-csv", "list.csv", b"\x00\x00\x00\x18ftypheic" + bytes(60)),
    Trap("words-that-begin-like-a-picture", "list.csv", b"BMA member,Name\r\nyes,Anna Kim\r\n"),
    Trap("old-excel", "list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "Workbook".encode("utf-16-le")),
    Trap("locked-excel", "list.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
    Trap("web-page-named-xls", "list.xls", b"<html><table><tr><td>Name</td></tr></table></html>"),
    Trap(
        "xml-named-xls",
        "list.xls",
        b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
    ),
    Trap("address-cards", "list.csv", b"BEGIN:VCARD\r\nFN:Anna Kim\r\nEND:VCARD\r\n"),
    Trap("cell-too-long", "list.csv", b"Name,Note\nAnna," + b"x" * 33_000 + b"\n"),
    Trap("too-many-columns", "list.csv", b"Name" + b",x" * 1200 + b"\nAnna" + b",1" * 1200),
)
