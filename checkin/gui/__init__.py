"""The window: pages, models, widgets and dialogs; never SQL."""
