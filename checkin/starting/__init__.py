"""What start.py does: bring system packages and .venv, then run the desk or the checks; standard library only."""
