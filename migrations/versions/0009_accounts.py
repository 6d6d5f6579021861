"""Accounts, their identities, sessions and one-time links."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql


revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('account',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('role', sa.Text(), nullable=False),
    sa.Column('theme', sa.Text(), nullable=False),
    sa.Column('time_zone', sa.Text(), nullable=False),
    sa.Column('language', sa.Text(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('disabled_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('disabled_why', sa.Text(), nullable=False),
    sa.CheckConstraint("role IN ('player', 'organiser', 'moderator', 'admin')", name=op.f('ck_account_role_known')),
    sa.CheckConstraint("theme IN ('system', 'light', 'dark')", name=op.f('ck_account_theme_known')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account'))
    )
    op.create_index('ix_account_name_lower', 'account', [sa.literal_column('lower(name)')], unique=False)
    op.create_table('account_session',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('account_id', sa.BigInteger(), nullable=True),
    sa.Column('data', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('seen_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('proved_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('proved_by', sa.Text(), nullable=False),
    sa.Column('agent', sa.Text(), nullable=False),
    sa.Column('address', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_account_session_account_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_account_session'))
    )
    op.create_index('ix_account_session_account_id', 'account_session', ['account_id'], unique=False)
    op.create_index('ix_account_session_seen_at', 'account_session', ['seen_at'], unique=False)
    op.create_table('identity',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('account_id', sa.BigInteger(), nullable=False),
    sa.Column('provider', sa.Text(), nullable=False),
    sa.Column('subject', sa.Text(), nullable=False),
    sa.Column('name', sa.Text(), nullable=False),
    sa.Column('detail', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('sealed_tokens', sa.Text(), nullable=True),
    sa.Column('linked_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_identity_account_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_identity'))
    )
    op.create_index('ix_identity_account_id', 'identity', ['account_id'], unique=False)
    op.create_index('uq_identity_subject', 'identity', ['provider', 'subject'], unique=True)
    op.create_table('sign_in_link',
    sa.Column('id', sa.Text(), nullable=False),
    sa.Column('account_id', sa.BigInteger(), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('used_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('made_by', sa.Text(), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_sign_in_link_account_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sign_in_link'))
    )
    op.create_index('ix_sign_in_link_account_id', 'sign_in_link', ['account_id'], unique=False)


def downgrade() -> None:
    op.drop_index('ix_sign_in_link_account_id', table_name='sign_in_link')
    op.drop_table('sign_in_link')
    op.drop_index('uq_identity_subject', table_name='identity')
    op.drop_index('ix_identity_account_id', table_name='identity')
    op.drop_table('identity')
    op.drop_index('ix_account_session_seen_at', table_name='account_session')
    op.drop_index('ix_account_session_account_id', table_name='account_session')
    op.drop_table('account_session')
    op.drop_index('ix_account_name_lower', table_name='account')
    op.drop_table('account')
