"""The first schema: journal, local tables, projections.

What: everything of sql/0001.sql. Why: a version's statements stand once, as SQL, for new files and for Alembic.
"""

from alembic import op

from db.migrate import statements

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Run the statements of the version."""
    for statement in statements("0001"):
        op.execute(statement)
