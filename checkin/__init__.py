"""Check-in Desk: the registration desk and on-site operations of a conference, with or without a network."""

__version__ = "0.1.0"
