"""One morning at the desk, told through the real window and counted by a plain model beside it."""
