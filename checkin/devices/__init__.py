"""Cameras, readers, scanners, printers and sound; Qt only in devices/qt."""
