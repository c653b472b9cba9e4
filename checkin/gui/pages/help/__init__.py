"""Parts of the help page, which checkin/gui/pages/help_page.py puts together."""
