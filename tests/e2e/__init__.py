"""The real window on a real home: what a person at the desk does, and what they see."""
