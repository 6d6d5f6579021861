"""A run no longer names one requester; `job_asker` names everybody who asked for it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_column("job_run", "requested_by")


def downgrade() -> None:
    op.add_column("job_run", sa.Column("requested_by", sa.Text(), nullable=True))
