"""What Esc closes, in which order, and what is shown once something was closed, is over, or has done its work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin.gui.control.finding import FORMS

if TYPE_CHECKING:
    from checkin.gui.pages.desk_page import DeskPage


class Leaving:
    """Knows the page as a whole, as every form and every verdict gives its place back to something."""

    def __init__(self, page: DeskPage) -> None:
        self._page = page

    def escape(self) -> None:
        """Close the panel, clear the verdict, empty the field, in that order."""
        page, shown = self._page, self._page.cards.page
        typed = page.left.searching or bool(page.finding.typed)
        if shown == "verdict":
            self.clear_verdict()
        elif shown in FORMS and not (typed and page.left.search.hasFocus()):
            self._close(shown)
        elif typed:
            page.scanning.let_go()
            page.finding.leave()
            if shown == "person":
                page.finding.to_ready()
        elif page.person_acts.joining.first is not None:
            page.focus_search()
        elif shown not in ("ready", "person") or not page.behind.back():
            page.scanning.let_go()
            page.finding.to_ready()

    def close_walk_in(self) -> None:
        """The form was left; nobody was added."""
        if not self._page.behind.back():
            self._page.focus_search()

    def close_help(self) -> None:
        """What the help covered comes back, with what was typed."""
        page = self._page
        if page.behind.back():
            return
        page.cards.show_page("ready" if page.parts.services.desk.has_event else "first_run")
        if not page.finding.come_back():
            page.to_search()

    def clear_verdict(self) -> None:
        """Esc: what the verdict covered comes back, else the desk is ready."""
        page = self._page
        page.cards.verdict.stop()
        if page.behind.back():
            return
        page.cards.show_page("ready")
        if page.finding.come_back():
            return
        if page.person_acts.joining.first is None:
            page.focus_search()
        else:
            page.person_acts.joining.tell_looking()

    def verdict_is_over(self) -> None:
        """It was shown long enough: what it covered comes back, else how the person stands now."""
        page = self._page
        page.cards.verdict.stop()
        if page.behind.back():
            return
        if page.cards.page == "verdict":
            page.cards.show_page("ready")
        page.person_acts.joining.tell_looking()
        shown = page.scanning.shown
        if not page.finding.come_back() and shown is not None and shown.attendee:
            page.finding.open(shown.attendee, armed=False)

    def form_is_done(self, attendee: str, form: str, stored: bool) -> None:
        """A form was left, or has done its work. When something else is shown by now, that stays."""
        page = self._page
        page.behind.drop(form)
        if page.cards.page != form or page.behind.back():
            return
        page.cards.show_page("ready")
        if stored:
            # The next name typed is another one's, and a walk-in is nobody who was looked for before.
            page.finding.leave()
        if attendee:
            page.finding.open(attendee, armed=False)
        page.left.search.setFocus()
        page.left.search.selectAll()

    def _close(self, form: str) -> None:
        page = self._page
        if form == "help":
            self.close_help()
        elif not page.person_acts.leave(form):
            self.close_walk_in()
