"""What drives the Settings page: one controller for each group of its sections."""
