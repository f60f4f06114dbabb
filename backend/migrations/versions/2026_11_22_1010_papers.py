"""What clears a partner: requirements, papers and their scans, staff lists, background checks, waivers.

Revision: papers, after 0002.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "papers"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    "paper_requirement", "paper", "paper_school", "paper_file", "staff_member", "staff_place", "background_check",
    "paper_waiver",
)


def upgrade() -> None:
    op.create_table('paper_requirement',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('note', sa.String(), nullable=True),
    sa.Column('coverage', sa.String(), nullable=True),
    sa.Column('check_kinds', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('min_each_cents', sa.BigInteger(), nullable=True),
    sa.Column('min_aggregate_cents', sa.BigInteger(), nullable=True),
    sa.Column('validity_months', sa.Integer(), nullable=True),
    sa.Column('deliveries', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('times_of_day', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('grades', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('needs_place', sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
    sa.Column('accepts_instead', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('enforced_from', sa.Date(), nullable=False),
    sa.Column('retired_from', sa.Date(), nullable=True),
    sa.Column('replaces_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint("coverage in ('general_liability', 'auto', 'workers_comp', 'sexual_abuse_molestation', 'cyber', 'professional', 'umbrella')", name=op.f('ck_paper_requirement_coverage_known')),
    sa.CheckConstraint("kind in ('insurance_certificate', 'endorsement', 'background_check', 'agency_letter')", name=op.f('ck_paper_requirement_kind_known')),
    sa.CheckConstraint('min_aggregate_cents >= 0', name=op.f('ck_paper_requirement_min_aggregate_not_negative')),
    sa.CheckConstraint('min_each_cents >= 0', name=op.f('ck_paper_requirement_min_each_not_negative')),
    sa.CheckConstraint('retired_from is null or enforced_from <= retired_from', name=op.f('ck_paper_requirement_dates_in_order')),
    sa.CheckConstraint('validity_months between 1 and 240', name=op.f('ck_paper_requirement_validity_range')),
    sa.ForeignKeyConstraint(['tenant_id', 'replaces_id'], ['paper_requirement.tenant_id', 'paper_requirement.id'], name=op.f('fk_paper_requirement_tenant_id_replaces_id_paper_requirement')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_paper_requirement_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_paper_requirement'))
    )
    op.create_index('paper_requirement_days', 'paper_requirement', ['tenant_id', 'enforced_from', 'id'], unique=False)
    op.create_table('staff_member',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('partner_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=True),
    sa.Column('email', sa.String(), nullable=True),
    sa.Column('basis', sa.String(), server_default=sa.text("'employee'"), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.CheckConstraint("basis in ('employee', 'volunteer')", name=op.f('ck_staff_member_basis_known')),
    sa.CheckConstraint('ends_on is null or starts_on <= ends_on', name=op.f('ck_staff_member_dates_in_order')),
    sa.ForeignKeyConstraint(['tenant_id', 'partner_id'], ['partner.tenant_id', 'partner.id'], name=op.f('fk_staff_member_tenant_id_partner_id_partner')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_staff_member_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_staff_member'))
    )
    op.create_index('staff_member_partner', 'staff_member', ['tenant_id', 'partner_id', 'name', 'id'], unique=False)
    op.create_table('background_check',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('staff_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('basis', sa.String(), server_default=sa.text("'employee'"), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.Column('result', sa.String(), server_default=sa.text("'pending'"), nullable=False),
    sa.Column('verified_on', sa.Date(), nullable=True),
    sa.Column('verified_by_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint("(result = 'pending') = (verified_on is null)", name=op.f('ck_background_check_verified_when_known')),
    sa.CheckConstraint("basis in ('employee', 'volunteer')", name=op.f('ck_background_check_basis_known')),
    sa.CheckConstraint("kind in ('state_criminal', 'child_abuse', 'fbi_fingerprint', 'cori', 'tb', 'other')", name=op.f('ck_background_check_kind_known')),
    sa.CheckConstraint("result in ('pending', 'clear', 'not_clear')", name=op.f('ck_background_check_result_known')),
    sa.CheckConstraint('issued_on <= expires_on', name=op.f('ck_background_check_dates_in_order')),
    sa.ForeignKeyConstraint(['tenant_id', 'staff_id'], ['staff_member.tenant_id', 'staff_member.id'], name=op.f('fk_background_check_tenant_id_staff_id_staff_member'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_background_check_tenant_id_tenant')),
    sa.ForeignKeyConstraint(['verified_by_id'], ['person.id'], name=op.f('fk_background_check_verified_by_id_person')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_background_check'))
    )
    op.create_index('background_check_staff', 'background_check', ['tenant_id', 'staff_id', 'kind', 'issued_on'], unique=False)
    op.create_table('paper',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('partner_id', sa.Uuid(), nullable=False),
    sa.Column('program_id', sa.Uuid(), nullable=True),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('coverage', sa.String(), nullable=True),
    sa.Column('carrier', sa.String(), nullable=True),
    sa.Column('policy_number', sa.String(), nullable=True),
    sa.Column('limit_each_cents', sa.BigInteger(), nullable=True),
    sa.Column('limit_aggregate_cents', sa.BigInteger(), nullable=True),
    sa.Column('names_district', sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
    sa.Column('effective_on', sa.Date(), nullable=True),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.Column('note', sa.String(), nullable=True),
    sa.Column('status', sa.String(), server_default=sa.text("'draft'"), nullable=False),
    sa.Column('status_reason', sa.String(), nullable=True),
    sa.Column('author_id', sa.Uuid(), nullable=True),
    sa.Column('submitted_on', sa.Date(), nullable=True),
    sa.Column('submitted_by_id', sa.Uuid(), nullable=True),
    sa.Column('reviewed_on', sa.Date(), nullable=True),
    sa.Column('reviewed_by_id', sa.Uuid(), nullable=True),
    sa.Column('accepted_on', sa.Date(), nullable=True),
    sa.Column('withdrawn_on', sa.Date(), nullable=True),
    sa.CheckConstraint("coverage in ('general_liability', 'auto', 'workers_comp', 'sexual_abuse_molestation', 'cyber', 'professional', 'umbrella')", name=op.f('ck_paper_coverage_known')),
    sa.CheckConstraint("kind in ('insurance_certificate', 'endorsement', 'agency_letter', 'staff_present')", name=op.f('ck_paper_kind_known')),
    sa.CheckConstraint("status in ('draft', 'submitted', 'accepted', 'rejected', 'withdrawn')", name=op.f('ck_paper_status_known')),
    sa.CheckConstraint('effective_on <= expires_on', name=op.f('ck_paper_dates_in_order')),
    sa.CheckConstraint('limit_aggregate_cents >= 0', name=op.f('ck_paper_limit_aggregate_not_negative')),
    sa.CheckConstraint('limit_each_cents >= 0', name=op.f('ck_paper_limit_each_not_negative')),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_paper_author_id_person')),
    sa.ForeignKeyConstraint(['reviewed_by_id'], ['person.id'], name=op.f('fk_paper_reviewed_by_id_person')),
    sa.ForeignKeyConstraint(['submitted_by_id'], ['person.id'], name=op.f('fk_paper_submitted_by_id_person')),
    sa.ForeignKeyConstraint(['tenant_id', 'partner_id'], ['partner.tenant_id', 'partner.id'], name=op.f('fk_paper_tenant_id_partner_id_partner')),
    sa.ForeignKeyConstraint(['tenant_id', 'program_id'], ['program.tenant_id', 'program.id'], name=op.f('fk_paper_tenant_id_program_id_program')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_paper_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_paper'))
    )
    op.create_index('paper_by_update', 'paper', ['tenant_id', 'updated_at', 'id'], unique=False)
    op.create_index('paper_kind_update', 'paper', ['tenant_id', 'kind', 'updated_at', 'id'], unique=False)
    op.create_index('paper_partner_update', 'paper', ['tenant_id', 'partner_id', 'updated_at', 'id'], unique=False)
    op.create_index('paper_status_update', 'paper', ['tenant_id', 'status', 'updated_at', 'id'], unique=False)
    op.create_table('paper_waiver',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('requirement_id', sa.Uuid(), nullable=False),
    sa.Column('partner_id', sa.Uuid(), nullable=False),
    sa.Column('program_id', sa.Uuid(), nullable=True),
    sa.Column('school_id', sa.Uuid(), nullable=True),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('author_id', sa.Uuid(), nullable=False),
    sa.Column('revoked_on', sa.Date(), nullable=True),
    sa.Column('revoked_reason', sa.String(), nullable=True),
    sa.CheckConstraint('starts_on <= ends_on', name=op.f('ck_paper_waiver_dates_in_order')),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_paper_waiver_author_id_person')),
    sa.ForeignKeyConstraint(['tenant_id', 'partner_id'], ['partner.tenant_id', 'partner.id'], name=op.f('fk_paper_waiver_tenant_id_partner_id_partner')),
    sa.ForeignKeyConstraint(['tenant_id', 'program_id'], ['program.tenant_id', 'program.id'], name=op.f('fk_paper_waiver_tenant_id_program_id_program')),
    sa.ForeignKeyConstraint(['tenant_id', 'requirement_id'], ['paper_requirement.tenant_id', 'paper_requirement.id'], name=op.f('fk_paper_waiver_tenant_id_requirement_id_paper_requirement')),
    sa.ForeignKeyConstraint(['tenant_id', 'school_id'], ['school.tenant_id', 'school.id'], name=op.f('fk_paper_waiver_tenant_id_school_id_school')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_paper_waiver_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_paper_waiver'))
    )
    op.create_index('paper_waiver_days', 'paper_waiver', ['tenant_id', 'starts_on', 'id'], unique=False)
    op.create_index('paper_waiver_partner', 'paper_waiver', ['tenant_id', 'partner_id', 'starts_on', 'id'], unique=False)
    op.create_table('staff_place',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('staff_id', sa.Uuid(), nullable=False),
    sa.Column('program_id', sa.Uuid(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['tenant_id', 'program_id'], ['program.tenant_id', 'program.id'], name=op.f('fk_staff_place_tenant_id_program_id_program')),
    sa.ForeignKeyConstraint(['tenant_id', 'school_id'], ['school.tenant_id', 'school.id'], name=op.f('fk_staff_place_tenant_id_school_id_school')),
    sa.ForeignKeyConstraint(['tenant_id', 'staff_id'], ['staff_member.tenant_id', 'staff_member.id'], name=op.f('fk_staff_place_tenant_id_staff_id_staff_member'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_staff_place_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_staff_place'))
    )
    op.create_index('staff_place_pair', 'staff_place', ['tenant_id', 'staff_id', 'program_id', 'school_id'], unique=True, postgresql_nulls_not_distinct=True)
    op.create_index('staff_place_program', 'staff_place', ['tenant_id', 'program_id', 'school_id'], unique=False)
    op.create_table('paper_file',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('paper_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('media_type', sa.String(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('uploaded_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('uploaded_by_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['tenant_id', 'paper_id'], ['paper.tenant_id', 'paper.id'], name=op.f('fk_paper_file_tenant_id_paper_id_paper'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_paper_file_tenant_id_tenant')),
    sa.ForeignKeyConstraint(['uploaded_by_id'], ['person.id'], name=op.f('fk_paper_file_uploaded_by_id_person')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_paper_file'))
    )
    op.create_index('paper_file_paper', 'paper_file', ['tenant_id', 'paper_id', 'id'], unique=False)
    op.create_table('paper_school',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('paper_id', sa.Uuid(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'paper_id'], ['paper.tenant_id', 'paper.id'], name=op.f('fk_paper_school_tenant_id_paper_id_paper'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id', 'school_id'], ['school.tenant_id', 'school.id'], name=op.f('fk_paper_school_tenant_id_school_id_school')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_paper_school_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_paper_school'))
    )
    op.create_index('paper_school_pair', 'paper_school', ['tenant_id', 'paper_id', 'school_id'], unique=True)
    op.add_column('partnership', sa.Column('min_cleared_people', sa.Integer(), server_default=sa.text("'1'"), nullable=False))
    op.create_check_constraint("min_cleared_people_range", "partnership", "min_cleared_people between 1 and 100")
    for name in TABLES:
        op.execute(f"select protect_tenant_table('{name}')")


def downgrade() -> None:
    op.drop_column('partnership', 'min_cleared_people')
    op.drop_index('paper_school_pair', table_name='paper_school')
    op.drop_table('paper_school')
    op.drop_index('paper_file_paper', table_name='paper_file')
    op.drop_table('paper_file')
    op.drop_index('staff_place_program', table_name='staff_place')
    op.drop_index('staff_place_pair', table_name='staff_place', postgresql_nulls_not_distinct=True)
    op.drop_table('staff_place')
    op.drop_index('paper_waiver_partner', table_name='paper_waiver')
    op.drop_index('paper_waiver_days', table_name='paper_waiver')
    op.drop_table('paper_waiver')
    op.drop_index('paper_status_update', table_name='paper')
    op.drop_index('paper_partner_update', table_name='paper')
    op.drop_index('paper_kind_update', table_name='paper')
    op.drop_index('paper_by_update', table_name='paper')
    op.drop_table('paper')
    op.drop_index('background_check_staff', table_name='background_check')
    op.drop_table('background_check')
    op.drop_index('staff_member_partner', table_name='staff_member')
    op.drop_table('staff_member')
    op.drop_index('paper_requirement_days', table_name='paper_requirement')
    op.drop_table('paper_requirement')
