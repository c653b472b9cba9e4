"""Pictures of every view: `python -m tests.gui.gallery OUTDIR [NAME…]`, offscreen, with invented people."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from checkin.domain.outcome import Outcome
from checkin.gui.pages.desk.acts import act
from checkin.gui.theme import theme
from checkin.gui.widgets.strip_item import StripState
from tests.gui import people
from tests.gui.skeleton import WELL, Skeleton

REASONS = (
    ("wrong_scan", "Wrong scan"),
    ("wrong_person", "Wrong person"),
    ("left_again", "Left again"),
    ("test", "Only a test"),
)


def camera_image() -> tuple[QImage, list[tuple[float, float]]]:
    """A drawn camera picture of 1280×720: somebody holding a badge, and the corners of its code."""
    image = QImage(1280, 720, QImage.Format.Format_RGB32)
    image.fill(QColor("#4A5566"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#727C8C"))
    painter.drawEllipse(QRectF(220, 70, 240, 290))
    painter.drawRoundedRect(QRectF(110, 380, 500, 420), 160, 160)
    painter.translate(560, 190)
    painter.rotate(-8)
    painter.setBrush(QColor("#FDFDFA"))
    painter.drawRoundedRect(QRectF(0, 0, 540, 400), 20, 20)
    painter.fillRect(QRectF(0, 60, 540, 40), QColor("#3345C4"))
    cell, area = 9.0, QRectF(280, 130, 225, 225)
    for row in range(25):
        for column in range(25):
            if (row * 7 + column * column * 3 + row * column) % 5 < 2 or ((row < 7 or row > 17) and column < 7):
                painter.fillRect(
                    QRectF(area.left() + column * cell, area.top() + row * cell, cell, cell), QColor("#111")
                )
    corners = [area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft()]
    quad = [painter.transform().map(QPointF(p)).toTuple() for p in corners]
    painter.end()
    return image, quad


def idle(w: Skeleton) -> None:
    w.desk.left.search.setFocus()


def search(w: Skeleton) -> None:
    w.desk.left.search.setText("muller")
    w.desk.left.show_results(people.FOUND, "muller")
    w.show_card(
        people.Card(people.JURGEN, people.NOTICES, people.BOOKINGS, order="SIL-2F8KD", fields=people.CARD.fields)
    )


def nobody(w: Skeleton) -> None:
    w.desk.left.search.setText("mulx")
    w.desk.left.show_results((), "mulx")


def card(w: Skeleton) -> None:
    w.show_card()


def shut(w: Skeleton) -> None:
    w.show_card(people.Card(people.CLAIRE, order="SIL-9QW2T"))
    w.desk.cards.person.set_verb(
        act("admit_anyway", key="Enter", shut="Order SIL-9QW2T is open. A supervisor can admit.")
    )


def walk_in(w: Skeleton) -> None:
    view = w.desk.cards.walk_in
    view.set_categories(("Practitioner", "Policy-maker", "Change maker", "Speaker"), "Practitioner")
    view.set_acts(act("add_check_in_print"), (act("add_only"),))
    w.desk.cards.show_page("walk_in")
    view.begin("Marta", "")
    view.organisation.set_value("Göteborgs Stad")
    view.city.set_value("Gothenburg, Sweden")
    view.family.set_value("Angstrom")
    view.set_twins((people.MARTA,))


def walk_in_fault(w: Skeleton) -> None:
    w.desk.cards.show_page("walk_in")
    w.desk.cards.walk_in.begin("Marta", "")
    w.desk.cards.walk_in.request("add_check_in")


def undo(w: Skeleton) -> None:
    w.show_card()
    taken = people.entry(people.AOIFE.name, "Taken back: wrong scan", "8:47", undone=True)
    w.desk.left.set_entries((taken, *people.ENTRIES[:9]))
    w.desk.left.undo_strip.show_taken_back(f"Taken back: {people.AOIFE.name}. Why?", REASONS)


def camera(w: Skeleton) -> None:
    image, quad = camera_image()
    w.desk.left.set_camera(True)
    w.desk.left.camera.set_frame(image, [quad])
    w.desk.left.camera.set_words("Front camera", "Code found, sharp enough", True)


def camera_empty(w: Skeleton) -> None:
    w.desk.left.set_camera(True)
    image, _ = camera_image()
    w.desk.left.camera.set_frame(image, [], True)
    w.desk.left.camera.set_words("Front camera", "Too close to read")


def fault(w: Skeleton) -> None:
    w.bar.show_fault(
        "This laptop’s disk is full. The last scan was not stored, so nobody was admitted by it.",
        "Free some space, then scan that badge again. Everything before it is safe; 1,204 acts are on the disk.",
        (("space", "Show what takes space"), ("again", "Try again")), "hard-drive",
    )  # fmt: skip
    w.strip.set_items((StripState("waits", "red", "Disk full", "cannot store"), *WELL[1:]))


def first_run(w: Skeleton) -> None:
    w.desk.left.set_entries(())
    w.desk.left.set_usable(False)
    w.strip.set_operator("Organiser", "This laptop")
    w.strip.set_items((
        StripState("waits", "grey", "Kept on this desk", "no hub set up", "hard-drive"),
        StripState("source", "grey", "No list yet"), StripState("printer", "grey", "No printer chosen", "", "printer"),
    ))  # fmt: skip
    w.desk.cards.show_page("first_run")


def strip_ill(w: Skeleton) -> None:
    w.strip.set_items((
        StripState("waits", "amber", "12 acts wait", "oldest 4 min"),
        StripState("hub", "amber", "Hub not reached", "since 08:43", "cloud-off"),
        StripState("source", "green", "pretix", "40 s ago"),
        StripState("printer", "red", "Paper out", "3 badges wait", "octagon-x"),
    ))  # fmt: skip


def verdict(outcome: Outcome, who=None, notices=()) -> Callable[[Skeleton], None]:
    return lambda w: w.show_verdict(outcome, who, notices)


SCENES: dict[str, Callable[[Skeleton], None]] = {
    "idle": idle, "search": search, "nobody": nobody, "card": card, "shut": shut,
    "admitted": verdict(Outcome.ADMITTED, people.AOIFE, (people.STEP_FREE,)),
    "already": verdict(Outcome.ALREADY), "unpaid": verdict(Outcome.UNPAID, people.CLAIRE),
    "cancelled": verdict(Outcome.CANCELLED, people.NURIA), "other_event": verdict(Outcome.WRONG_EVENT, people.NURIA),
    "revoked": verdict(Outcome.REVOKED, people.NURIA), "unknown": verdict(Outcome.UNKNOWN),
    "ambiguous": verdict(Outcome.AMBIGUOUS), "left": verdict(Outcome.LEFT), "walk_in": walk_in,
    "walk_in_fault": walk_in_fault, "undo": undo, "camera": camera, "camera_empty": camera_empty, "fault": fault,
    "first_run": first_run, "strip_ill": strip_ill,
}  # fmt: skip


def picture(name: str, mode: str, width: int, height: int, folder: Path) -> None:
    """Save one scene in one mode and size."""
    window = Skeleton()
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen, False)
    window.resize(width, height)
    window.show()
    window.desk.left.search.setFocus()
    SCENES[name](window)
    QApplication.processEvents()
    window.grab().save(str(folder / f"{name}-{mode}-{width}x{height}.png"))
    window.close()
    window.deleteLater()
    QApplication.processEvents()


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    chosen = sys.argv[2:] or list(SCENES)
    app = QApplication([])
    theme().apply_to(app)
    begun, count = time.perf_counter(), 0
    for mode in ("light", "dark"):
        theme().set_mode(mode)
        for name in chosen:
            for size in ((1280, 800), (1024, 600)):
                picture(name, mode, *size, folder)
                count += 1
    theme().set_mode("light")
    for name in chosen:
        if name in ("already", "card", "idle", "ambiguous"):
            picture(name, "light", 1920, 1080, folder)
        if name in ("card", "already", "search", "idle", "walk_in", "cancelled", "first_run", "ambiguous"):
            picture(name, "light", 640, 400, folder)
    theme().set_mode("high-contrast")
    for name in chosen:
        if name in ("card", "revoked", "walk_in", "fault"):
            picture(name, "high-contrast", 1280, 800, folder)
    print(f"{count} pictures and the extra sizes in {time.perf_counter() - begun:.1f} s: {folder}")


if __name__ == "__main__":
    main()
