"""Traps in numbers: dates, phones, codes."""

from __future__ import annotations

from tests.lists.traps.trap import Trap, text
from tests.lists.traps.xlsx import workbook

TRAPS: tuple[Trap, ...] = (
    text(
        "german-dates",
        "Vorname;Nachname;Gültig ab;Gültig bis",
        "Anna;Kim;03/04/2026;04.04.2026",
        "Bo;Li;3. April 2026 09:30 Uhr;04.04.26",
    ),
    text(
        "american-dates-by-evidence",
        "Name,Valid from,Valid until",
        "Anna Kim,3/4/2026 2:30 PM,3/5/2026",
        'Bo Li,3/28/2026,"March 29, 2026"',
    ),
    text(
        "dates-by-country",
        "Name,Country,Valid from",
        "Anna Kim,US,03/04/2026",
        "Bo Li,USA,03/05/2026",
        "Cy Lo,United States,03/06/2026",
    ),
    text("dates-that-cannot-be-told", "Name,Valid from,Valid until", "Anna Kim,03/04/2026,soon"),
    text(
        "dates-in-words",
        "Name,Valid from,Valid until",
        "Anna Kim,18 mai 2026 9h30,20 maja 2026",
        'Bo Li,"May 18, 2026",46162',
        "Cy Lo,2026/05/18,18 de mayo de 2026",
    ),
    text(
        "damaged-phones",
        "Name,Mobile",
        "Anna Kim,4.47912E+11",
        'Bo Li,"4,47912E+11"',
        "Cy Lo,+44 7912 345678",
        "Di Ho,447912345678.0",
    ),
    text("rounded-codes", "Name,Barcode", "Anna Kim,1.00112E+10", "Bo Li,10011234567", "Cy Lo,10011234568"),
    text(
        "codes-cut-to-15-digits",
        "Name,Barcode",
        "Anna Kim,401234567890123000",
        "Bo Li,401234567890124000",
        "Cy Lo,401234567890125000",
    ),
    Trap(
        "codes-cut-by-excel",
        "list.xlsx",
        workbook(People=[["Name", "Barcode"], ["Anna Kim", 4.0123456789012346e17], ["Bo Li", 12345678.0]]),
    ),
    text(
        "codes-without-zeros", "Name,Barcode", "Anna Kim,12345678", "Bo Li,22345678", "Cy Lo,345678", "Di Ho,42345678"
    ),
    text("codes-with-zeros", "Name,Barcode", "Anna Kim,00345678", "Bo Li,22345678", "Cy Lo,345678"),
    text(
        "codes-kept-as-text",
        "Name,Ticket code,Phone",
        'Anna Kim,"=""00123""","=""+44 123"""',
        "Bo Li,'00124,'+44 124",
        'Cy Lo,="00125",#REF!',
    ),
    text("box-and-number", "Name,Badge box,Badge number", "Anna Kim,B 2,0117", "Bo Li,B 3,118.0"),
)
