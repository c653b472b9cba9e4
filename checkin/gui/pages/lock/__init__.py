"""Parts of the lock screen, which checkin/gui/pages/lock_page.py puts together."""
