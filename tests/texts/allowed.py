"""What reads like words for people and is none, or is kept as it is: by the beginning of a path, with the reason."""

from __future__ import annotations

UNSEEN = (
    "checkin/cli/", "checkin/starting/", "checkin/bench/", "checkin/tour.py", "db/verify.py", "db/chains.py",
    "db/floors.py",
)  # fmt: skip
"""Told by the command line only, which is English: JSON and usage are a contract with other people's scripts."""

ALLOWED: dict[str, tuple[str, ...]] = {
    # Names that are the same in every language.
    "checkin/app.py": ("Check-in Desk",),
    "checkin/paper/draw.py": ("Badges", "Check-in Desk"),
    "checkin/gui/theme.py": ("Fusion",),
    "checkin/gui/fonts.py": ("Inter",),
    "checkin/paper/fonts.py": ("Checkin-Inter-X",),
    "checkin/gui/control/listing.py": ("the list was taken back",),
    "checkin/services/languages.py": ("English",),
    # What other programs say or are asked.
    "checkin/devices/camera_faults.py": ("Linux",),
    "checkin/devices/cups_media.py": ("Letter",),
    "checkin/devices/printer_faults.py": (
        "does not exist", "scheduler is not running", "connect to server", "bad file descriptor",
    ),
    "checkin/devices/printer_list.py": (
        "Get-CimInstance Win32_Printer | Select-Object Name,Default | ConvertTo-Json -Compress",
        "no system default destination", "Name", "Default",
    ),
    "checkin/devices/printer_state.py": ("Alerts:",),
    "checkin/lists/excel_book.py": ("Relationship", "External", "Target", "Type"),
    "checkin/lists/plan.py": ("Column X",),
    "checkin/lists/planning.py": ("name teilnehmer in",),
    "checkin/lists/refusal.py": ("name teilnehmer in",),
    "db/engine.py": ("disk is full", "not a database", "unable to open"),
    # What is stored with the event is the same on every desk, whatever each speaks.
    "checkin/lists/companions.py": ("Guest", "Guest X"),
    "checkin/lists/programme_file.py": ("Main door", "session or departure"),
    "checkin/lists/rejected.py": ("Column X",),
    "checkin/lists/rows.py": ("Column X",),
    "checkin/lists/cell_values.py": ("Yes",),
    "checkin/services/listed_values.py": ("Extras",),
    "checkin/services/programme.py": ("Main door",),
    "checkin/services/importing.py": ("Event",),
    "checkin/services/desk.py": ("Desk X",),
    "checkin/gui/control/taking_back.py": (
        "settled at the desk", "an organiser said so", "the list is wrong",
    ),
    "checkin/gui/pages/desk/strip_words.py": ("did not come out",),
    # Invented people.
    "checkin/services/demo_": (
        "Glasgow", "Policy-maker", "Practitioner", "Change maker", "Speaker", "Organiser", "Volunteer", "Vegetarian",
        "Vegan", "Halal", "Gluten-free", "Lactose-free", "Kosher", "Step-free route", "Wheelchair place",
        "Hearing loop", "Large print", "Seat near the door", "Quiet room",
    ),
    "checkin/devices/simulated_badge.py": ("Guest", "Glasgow"),
    # Names in the code: a role of the stylesheet, a key of Qt's.
    "checkin/gui/pages/lock": ("on the lock screen",),
    "checkin/gui/pages/desk/acts.py": ("Return",),
}  # fmt: skip
