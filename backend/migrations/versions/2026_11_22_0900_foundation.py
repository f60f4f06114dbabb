"""The foundation: every table of the first thread, from need to result.

Revision: 0001, the first.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = '0001'
down_revision = None
branch_labels = None
depends_on = None


class Xid8(sa.types.UserDefinedType):
    """A 64-bit transaction id."""

    cache_ok = True

    def get_col_spec(self, **_):
        return "xid8"


def upgrade() -> None:
    op.create_table('tenant',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('slug', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('time_zone', sa.String(), server_default=sa.text("'America/Chicago'"), nullable=False),
    sa.Column('pinned_today', sa.Date(), nullable=True),
    sa.Column('is_demonstration', sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
    sa.Column('min_n', sa.Integer(), server_default=sa.text("'10'"), nullable=False),
    sa.Column('rights_version', sa.BigInteger(), server_default=sa.text("'1'"), nullable=False),
    sa.Column('school_year_starts_month', sa.Integer(), server_default=sa.text("'7'"), nullable=False),
    sa.Column('school_year_starts_day', sa.Integer(), server_default=sa.text("'1'"), nullable=False),
    sa.Column('expiring_window_days', sa.Integer(), server_default=sa.text("'90'"), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.CheckConstraint("kind in ('district', 'network')", name=op.f('ck_tenant_kind_known')),
    sa.CheckConstraint('min_n between 5 and 30', name=op.f('ck_tenant_min_n_range')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tenant')),
    sa.UniqueConstraint('slug', name=op.f('uq_tenant_slug'))
    )
    op.create_table('idempotency',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('caller', sa.String(), nullable=False),
    sa.Column('method', sa.String(), nullable=False),
    sa.Column('path', sa.String(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('fingerprint', sa.LargeBinary(), nullable=False),
    sa.Column('status', sa.Integer(), nullable=False),
    sa.Column('headers', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('body', sa.LargeBinary(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_idempotency_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'caller', 'method', 'path', 'key', name=op.f('pk_idempotency'))
    )
    op.create_table('log',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('seq', sa.BigInteger(), sa.Identity(always=True), nullable=False),
    sa.Column('xid', Xid8(), server_default=sa.text('pg_current_xact_id()'), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('object_type', sa.String(), nullable=False),
    sa.Column('object_id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), nullable=False),
    sa.Column('changed', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('reason', sa.String(), nullable=True),
    sa.Column('person_id', sa.Uuid(), nullable=True),
    sa.Column('credential_id', sa.Uuid(), nullable=True),
    sa.Column('request_id', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_log_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'seq', name=op.f('pk_log'))
    )
    op.create_index('log_object', 'log', ['tenant_id', 'object_type', 'object_id', 'seq'], unique=False)
    op.create_index('log_order', 'log', ['tenant_id', 'xid', 'seq'], unique=False)
    op.create_table('measure',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('unit', sa.String(), nullable=False),
    sa.Column('direction', sa.String(), nullable=False),
    sa.Column('area_code', sa.String(), nullable=True),
    sa.Column('may_be_evidence', sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
    sa.Column('is_for_partners', sa.Boolean(), server_default=sa.text("'True'"), nullable=False),
    sa.Column('is_headline', sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
    sa.Column('dimension', sa.String(), nullable=True),
    sa.Column('description', sa.String(), nullable=True),
    sa.Column('source', sa.String(), nullable=True),
    sa.Column('position', sa.Integer(), server_default=sa.text("'0'"), nullable=False),
    sa.CheckConstraint("direction in ('increase', 'decrease', 'none')", name=op.f('ck_measure_direction_known')),
    sa.CheckConstraint("unit in ('percent', 'count', 'per_100', 'percentile', 'ratio', 'hours', 'text')", name=op.f('ck_measure_unit_known')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_measure_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_measure'))
    )
    op.create_index('measure_key', 'measure', ['tenant_id', 'key'], unique=True)
    op.create_table('observation_batch',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('file_sha256', sa.String(), nullable=True),
    sa.Column('created_count', sa.Integer(), server_default=sa.text("'0'"), nullable=False),
    sa.Column('updated_count', sa.Integer(), server_default=sa.text("'0'"), nullable=False),
    sa.Column('unchanged_count', sa.Integer(), server_default=sa.text("'0'"), nullable=False),
    sa.Column('refused_count', sa.Integer(), server_default=sa.text("'0'"), nullable=False),
    sa.CheckConstraint("kind in ('schools', 'measures', 'entry')", name=op.f('ck_observation_batch_kind_known')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_observation_batch_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_observation_batch'))
    )
    op.create_index('observation_batch_by_creation', 'observation_batch', ['tenant_id', 'created_at', 'id'], unique=False)
    op.create_table('partner',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('legal_name', sa.String(), nullable=False),
    sa.Column('normalized_name', sa.String(), nullable=False),
    sa.Column('ein', sa.String(), nullable=True),
    sa.Column('org_type', sa.String(), nullable=False),
    sa.Column('sector', sa.String(), nullable=True),
    sa.Column('mission', sa.String(), nullable=True),
    sa.Column('website', sa.String(), nullable=True),
    sa.Column('phone', sa.String(), nullable=True),
    sa.Column('email', sa.String(), nullable=True),
    sa.Column('address', sa.String(), nullable=True),
    sa.Column('city', sa.String(), nullable=True),
    sa.Column('state', sa.String(), nullable=True),
    sa.Column('postal_code', sa.String(), nullable=True),
    sa.Column('languages', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('funding_status', sa.String(), nullable=True),
    sa.Column('charges_fee', sa.Boolean(), nullable=True),
    sa.Column('status', sa.String(), server_default=sa.text("'prospective'"), nullable=False),
    sa.Column('status_reason', sa.String(), nullable=True),
    sa.Column('submitted_on', sa.Date(), nullable=True),
    sa.Column('vetted_on', sa.Date(), nullable=True),
    sa.Column('vetting_expires_on', sa.Date(), nullable=True),
    sa.Column('is_public', sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
    sa.Column('parent_partner_id', sa.Uuid(), nullable=True),
    sa.Column('fiscal_sponsor_id', sa.Uuid(), nullable=True),
    sa.Column('vendor_number', sa.String(), nullable=True),
    sa.CheckConstraint("ein ~ '^[0-9]{2}-[0-9]{7}$'", name=op.f('ck_partner_ein_format')),
    sa.CheckConstraint("funding_status in ('fully_funded', 'partially_funded', 'seeking')", name=op.f('ck_partner_funding_status_known')),
    sa.CheckConstraint("org_type in ('nonprofit', 'higher_ed', 'business', 'government', 'health', 'cultural', 'faith', 'foundation', 'other')", name=op.f('ck_partner_org_type_known')),
    sa.CheckConstraint("status in ('prospective', 'submitted', 'under_review', 'changes_requested', 'approved', 'declined', 'suspended', 'inactive')", name=op.f('ck_partner_status_known')),
    sa.ForeignKeyConstraint(['tenant_id', 'fiscal_sponsor_id'], ['partner.tenant_id', 'partner.id'], name=op.f('fk_partner_tenant_id_fiscal_sponsor_id_partner')),
    sa.ForeignKeyConstraint(['tenant_id', 'parent_partner_id'], ['partner.tenant_id', 'partner.id'], name=op.f('fk_partner_tenant_id_parent_partner_id_partner')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_partner_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_partner'))
    )
    op.create_index('partner_by_name', 'partner', ['tenant_id', 'name', 'id'], unique=False)
    op.create_index('partner_by_status', 'partner', ['tenant_id', 'status', 'name', 'id'], unique=False)
    op.create_index('partner_by_status_update', 'partner', ['tenant_id', 'status', 'updated_at', 'id'], unique=False)
    op.create_index('partner_by_type', 'partner', ['tenant_id', 'org_type', 'name', 'id'], unique=False)
    op.create_index('partner_by_type_update', 'partner', ['tenant_id', 'org_type', 'updated_at', 'id'], unique=False)
    op.create_index('partner_by_update', 'partner', ['tenant_id', 'updated_at', 'id'], unique=False)
    op.create_index('partner_ein', 'partner', ['tenant_id', 'ein'], unique=True)
    op.create_index('partner_normalized', 'partner', ['tenant_id', 'normalized_name'], unique=False)
    op.create_table('person',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('email', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('phone', sa.String(), nullable=True),
    sa.Column('password_hash', sa.String(), nullable=True),
    sa.Column('is_active', sa.Boolean(), server_default=sa.text("'True'"), nullable=False),
    sa.Column('rights_version', sa.BigInteger(), server_default=sa.text("'1'"), nullable=False),
    sa.Column('locale', sa.String(), server_default=sa.text("'en'"), nullable=False),
    sa.Column('last_tenant_id', sa.Uuid(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.ForeignKeyConstraint(['last_tenant_id'], ['tenant.id'], name=op.f('fk_person_last_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_person'))
    )
    op.create_index('person_email', 'person', [sa.literal_column('lower(email)')], unique=True)
    op.create_table('school',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('legal_name', sa.String(), nullable=False),
    sa.Column('level', sa.String(), nullable=False),
    sa.Column('category', sa.String(), nullable=True),
    sa.Column('grades', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('address', sa.String(), nullable=True),
    sa.Column('city', sa.String(), nullable=True),
    sa.Column('state', sa.String(), nullable=True),
    sa.Column('postal_code', sa.String(), nullable=True),
    sa.Column('phone', sa.String(), nullable=True),
    sa.Column('website', sa.String(), nullable=True),
    sa.Column('latitude', sa.Numeric(), nullable=True),
    sa.Column('longitude', sa.Numeric(), nullable=True),
    sa.Column('network', sa.String(), nullable=True),
    sa.Column('school_hours', sa.String(), nullable=True),
    sa.Column('after_school_hours', sa.String(), nullable=True),
    sa.Column('languages_taught', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('is_title_one', sa.Boolean(), nullable=True),
    sa.Column('status', sa.String(), server_default=sa.text("'active'"), nullable=False),
    sa.Column('successor_school_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint("level in ('elementary', 'middle', 'high', 'k8', 'other')", name=op.f('ck_school_level_known')),
    sa.CheckConstraint("status in ('active', 'closed', 'merged')", name=op.f('ck_school_status_known')),
    sa.ForeignKeyConstraint(['tenant_id', 'successor_school_id'], ['school.tenant_id', 'school.id'], name=op.f('fk_school_tenant_id_successor_school_id_school')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_school_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_school'))
    )
    op.create_index('school_by_level', 'school', ['tenant_id', 'level', 'name', 'id'], unique=False)
    op.create_index('school_by_name', 'school', ['tenant_id', 'name', 'id'], unique=False)
    op.create_index('school_by_network', 'school', ['tenant_id', 'network', 'name', 'id'], unique=False)
    op.create_index('school_by_status', 'school', ['tenant_id', 'status', 'name', 'id'], unique=False)
    op.create_index('school_by_update', 'school', ['tenant_id', 'updated_at', 'id'], unique=False)
    op.create_table('school_year',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('label', sa.String(), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.CheckConstraint('starts_on < ends_on', name=op.f('ck_school_year_dates_in_order')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_school_year_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_school_year'))
    )
    op.create_index('school_year_label', 'school_year', ['tenant_id', 'label'], unique=True)
    op.create_table('taxonomy_term',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('scheme', sa.String(), nullable=False),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('label', sa.String(), nullable=False),
    sa.Column('parent_code', sa.String(), nullable=True),
    sa.Column('position', sa.Integer(), server_default=sa.text("'0'"), nullable=False),
    sa.CheckConstraint("scheme in ('area', 'population', 'outcome')", name=op.f('ck_taxonomy_term_scheme_known')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_taxonomy_term_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_taxonomy_term'))
    )
    op.create_index('taxonomy_term_code', 'taxonomy_term', ['tenant_id', 'scheme', 'code'], unique=True)
    op.create_table('agreement',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('number', sa.String(), nullable=False),
    sa.Column('type', sa.String(), nullable=False),
    sa.Column('is_binding', sa.Boolean(), server_default=sa.text("'True'"), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('partner_id', sa.Uuid(), nullable=False),
    sa.Column('is_district_wide', sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=False),
    sa.Column('effective_on', sa.Date(), nullable=True),
    sa.Column('term_kind', sa.String(), server_default=sa.text("'school_year'"), nullable=False),
    sa.Column('origin', sa.String(), server_default=sa.text("'drafted'"), nullable=False),
    sa.Column('status', sa.String(), server_default=sa.text("'draft'"), nullable=False),
    sa.Column('status_reason', sa.String(), nullable=True),
    sa.Column('status_since', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('drafted_by', sa.String(), server_default=sa.text("'district'"), nullable=False),
    sa.Column('author_id', sa.Uuid(), nullable=True),
    sa.Column('purpose', sa.String(), nullable=True),
    sa.Column('populations', sa.String(), nullable=True),
    sa.Column('schedule', sa.String(), nullable=True),
    sa.Column('financial_terms', sa.String(), nullable=True),
    sa.Column('shares_student_records', sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
    sa.Column('notice_days', sa.Integer(), nullable=True),
    sa.Column('signed_elsewhere_on', sa.Date(), nullable=True),
    sa.Column('document_hash', sa.String(), nullable=True),
    sa.Column('submitted_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('submitted_by_id', sa.Uuid(), nullable=True),
    sa.Column('approved_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('approved_by_id', sa.Uuid(), nullable=True),
    sa.Column('renews_id', sa.Uuid(), nullable=True),
    sa.Column('amends_id', sa.Uuid(), nullable=True),
    sa.Column('supersedes_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint("drafted_by in ('district', 'school', 'partner')", name=op.f('ck_agreement_drafted_by_known')),
    sa.CheckConstraint('notice_days between 0 and 365', name=op.f('ck_agreement_notice_days_range')),
    sa.CheckConstraint("origin in ('drafted', 'recorded')", name=op.f('ck_agreement_origin_known')),
    sa.CheckConstraint("status in ('draft', 'submitted', 'in_review', 'changes_requested', 'approved', 'out_for_signature', 'executed', 'suspended', 'terminated', 'rejected', 'withdrawn', 'superseded')", name=op.f('ck_agreement_status_known')),
    sa.CheckConstraint("term_kind in ('school_year', 'summer', 'multi_year', 'custom')", name=op.f('ck_agreement_term_kind_known')),
    sa.CheckConstraint("type in ('mou', 'moa', 'school_partner_agreement', 'services_contract', 'space_use', 'data_sharing', 'research', 'letter_of_agreement', 'collaboration_plan')", name=op.f('ck_agreement_type_known')),
    sa.CheckConstraint('starts_on <= ends_on', name=op.f('ck_agreement_dates_in_order')),
    sa.ForeignKeyConstraint(['approved_by_id'], ['person.id'], name=op.f('fk_agreement_approved_by_id_person')),
    sa.ForeignKeyConstraint(['author_id'], ['person.id'], name=op.f('fk_agreement_author_id_person')),
    sa.ForeignKeyConstraint(['submitted_by_id'], ['person.id'], name=op.f('fk_agreement_submitted_by_id_person')),
    sa.ForeignKeyConstraint(['tenant_id', 'amends_id'], ['agreement.tenant_id', 'agreement.id'], name=op.f('fk_agreement_tenant_id_amends_id_agreement')),
    sa.ForeignKeyConstraint(['tenant_id', 'partner_id'], ['partner.tenant_id', 'partner.id'], name=op.f('fk_agreement_tenant_id_partner_id_partner')),
    sa.ForeignKeyConstraint(['tenant_id', 'renews_id'], ['agreement.tenant_id', 'agreement.id'], name=op.f('fk_agreement_tenant_id_renews_id_agreement')),
    sa.ForeignKeyConstraint(['tenant_id', 'supersedes_id'], ['agreement.tenant_id', 'agreement.id'], name=op.f('fk_agreement_tenant_id_supersedes_id_agreement')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_agreement_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_agreement'))
    )
    op.create_index('agreement_amends', 'agreement', ['tenant_id', 'amends_id'], unique=False, postgresql_where=sa.text('amends_id is not null'))
    op.create_index('agreement_one_renewal', 'agreement', ['tenant_id', 'renews_id'], unique=True, postgresql_where=sa.text("renews_id is not null and status not in ('terminated', 'rejected', 'withdrawn', 'superseded')"))
    op.create_index('agreement_by_end', 'agreement', ['tenant_id', 'ends_on', 'id'], unique=False)
    op.create_index('agreement_by_update', 'agreement', ['tenant_id', 'updated_at', 'id'], unique=False)
    op.create_index('agreement_number', 'agreement', ['tenant_id', 'number'], unique=True)
    op.create_index('agreement_partner_end', 'agreement', ['tenant_id', 'partner_id', 'ends_on', 'id'], unique=False)
    op.create_index('agreement_partner_update', 'agreement', ['tenant_id', 'partner_id', 'updated_at', 'id'], unique=False)
    op.create_index('agreement_status_end', 'agreement', ['tenant_id', 'status', 'ends_on', 'id'], unique=False)
    op.create_index('agreement_status_update', 'agreement', ['tenant_id', 'status', 'updated_at', 'id'], unique=False)
    op.create_index('agreement_type_end', 'agreement', ['tenant_id', 'type', 'ends_on', 'id'], unique=False)
    op.create_index('agreement_type_update', 'agreement', ['tenant_id', 'type', 'updated_at', 'id'], unique=False)
    op.create_table('agreement_series',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('last', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_agreement_series_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'year', name=op.f('pk_agreement_series'))
    )
    op.create_table('agreement_text',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('document', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('frozen_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'agreement_id'], ['agreement.tenant_id', 'agreement.id'], name=op.f('fk_agreement_text_tenant_id_agreement_id_agreement'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_agreement_text_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_agreement_text'))
    )
    op.create_index('agreement_text_hash', 'agreement_text', ['tenant_id', 'agreement_id', 'sha256'], unique=True)
    op.create_table('api_credential',
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('prefix', sa.String(), nullable=False),
    sa.Column('secret_hash', sa.LargeBinary(), nullable=False),
    sa.Column('scopes', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('school_ids', postgresql.ARRAY(sa.Uuid()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('created_by_id', sa.Uuid(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('last_used_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("kind in ('client', 'key')", name=op.f('ck_api_credential_kind_known')),
    sa.ForeignKeyConstraint(['created_by_id'], ['person.id'], name=op.f('fk_api_credential_created_by_id_person')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_api_credential_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_api_credential')),
    sa.UniqueConstraint('prefix', name=op.f('uq_api_credential_prefix'))
    )
    op.create_index(op.f('ix_api_credential_tenant_id'), 'api_credential', ['tenant_id'], unique=False)
    op.create_table('contact',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('partner_id', sa.Uuid(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=True),
    sa.Column('email', sa.String(), nullable=True),
    sa.Column('phone', sa.String(), nullable=True),
    sa.Column('person_id', sa.Uuid(), nullable=True),
    sa.Column('is_public', sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
    sa.CheckConstraint("kind in ('authorized_signatory', 'primary', 'program', 'emergency', 'data')", name=op.f('ck_contact_kind_known')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_contact_person_id_person')),
    sa.ForeignKeyConstraint(['tenant_id', 'partner_id'], ['partner.tenant_id', 'partner.id'], name=op.f('fk_contact_tenant_id_partner_id_partner'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_contact_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_contact'))
    )
    op.create_index('contact_partner', 'contact', ['tenant_id', 'partner_id', 'kind'], unique=False)
    op.create_table('needs_assessment',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('school_year', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('status', sa.String(), server_default=sa.text("'draft'"), nullable=False),
    sa.Column('lead_person_id', sa.Uuid(), nullable=True),
    sa.Column('note', sa.String(), nullable=True),
    sa.Column('submitted_on', sa.Date(), nullable=True),
    sa.Column('approved_on', sa.Date(), nullable=True),
    sa.Column('approved_by_id', sa.Uuid(), nullable=True),
    sa.Column('published_on', sa.Date(), nullable=True),
    sa.CheckConstraint("kind in ('comprehensive', 'segmented', 'needs_and_assets', 'partnership_needs_survey')", name=op.f('ck_needs_assessment_kind_known')),
    sa.CheckConstraint("status in ('draft', 'collecting', 'analyzing', 'prioritizing', 'submitted', 'approved', 'published', 'superseded')", name=op.f('ck_needs_assessment_status_known')),
    sa.ForeignKeyConstraint(['approved_by_id'], ['person.id'], name=op.f('fk_needs_assessment_approved_by_id_person')),
    sa.ForeignKeyConstraint(['lead_person_id'], ['person.id'], name=op.f('fk_needs_assessment_lead_person_id_person')),
    sa.ForeignKeyConstraint(['tenant_id', 'school_id'], ['school.tenant_id', 'school.id'], name=op.f('fk_needs_assessment_tenant_id_school_id_school')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_needs_assessment_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_needs_assessment'))
    )
    op.create_index('needs_assessment_by_update', 'needs_assessment', ['tenant_id', 'updated_at', 'id'], unique=False)
    op.create_index('needs_assessment_open', 'needs_assessment', ['tenant_id', 'school_id', 'school_year', 'kind'], unique=True, postgresql_where=sa.text("status not in ('published', 'superseded')"))
    op.create_index('needs_assessment_published', 'needs_assessment', ['tenant_id', 'school_id', 'school_year', 'kind'], unique=True, postgresql_where=sa.text("status = 'published'"))
    op.create_index('needs_assessment_school_update', 'needs_assessment', ['tenant_id', 'school_id', 'updated_at', 'id'], unique=False)
    op.create_index('needs_assessment_status_update', 'needs_assessment', ['tenant_id', 'status', 'updated_at', 'id'], unique=False)
    op.create_index('needs_assessment_year_update', 'needs_assessment', ['tenant_id', 'school_year', 'updated_at', 'id'], unique=False)
    op.create_table('observation',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('measure_id', sa.Uuid(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=True),
    sa.Column('batch_id', sa.Uuid(), nullable=False),
    sa.Column('period', sa.String(), nullable=False),
    sa.Column('group_key', sa.String(), server_default=sa.text("'all'"), nullable=False),
    sa.Column('value', sa.Numeric(), nullable=True),
    sa.Column('value_text', sa.String(), nullable=True),
    sa.Column('numerator', sa.Integer(), nullable=True),
    sa.Column('denominator', sa.Integer(), nullable=True),
    sa.Column('source', sa.String(), nullable=False),
    sa.Column('as_of_on', sa.Date(), nullable=True),
    sa.Column('hidden', sa.String(), nullable=True),
    sa.Column('observed_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.CheckConstraint("hidden in ('small_n', 'complementary')", name=op.f('ck_observation_hidden_known')),
    sa.CheckConstraint('denominator is null or denominator >= 0', name=op.f('ck_observation_denominator_not_negative')),
    sa.CheckConstraint('value is not null or value_text is not null', name=op.f('ck_observation_has_a_value')),
    sa.ForeignKeyConstraint(['tenant_id', 'batch_id'], ['observation_batch.tenant_id', 'observation_batch.id'], name=op.f('fk_observation_tenant_id_batch_id_observation_batch')),
    sa.ForeignKeyConstraint(['tenant_id', 'measure_id'], ['measure.tenant_id', 'measure.id'], name=op.f('fk_observation_tenant_id_measure_id_measure')),
    sa.ForeignKeyConstraint(['tenant_id', 'school_id'], ['school.tenant_id', 'school.id'], name=op.f('fk_observation_tenant_id_school_id_school')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_observation_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_observation'))
    )
    op.create_index('observation_measure', 'observation', ['tenant_id', 'measure_id', 'period', 'school_id'], unique=False)
    op.create_index('observation_natural', 'observation', ['tenant_id', 'school_id', 'measure_id', 'period', 'group_key', 'source'], unique=True, postgresql_nulls_not_distinct=True)
    op.create_table('program',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('partner_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('description', sa.String(), nullable=True),
    sa.Column('areas', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('delivery', sa.String(), nullable=True),
    sa.Column('times_of_day', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('weekdays', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('grades', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('populations', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('languages', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('capacity_students', sa.Integer(), nullable=True),
    sa.Column('cost_to_school_cents', sa.Integer(), nullable=True),
    sa.Column('evidence_tier', sa.String(), nullable=True),
    sa.Column('status', sa.String(), server_default=sa.text("'draft'"), nullable=False),
    sa.CheckConstraint("delivery in ('in_person', 'virtual', 'hybrid')", name=op.f('ck_program_delivery_known')),
    sa.CheckConstraint("evidence_tier in ('1', '2', '3', '4', 'none')", name=op.f('ck_program_evidence_tier_known')),
    sa.CheckConstraint("status in ('draft', 'submitted', 'approved', 'retired')", name=op.f('ck_program_status_known')),
    sa.CheckConstraint('capacity_students > 0', name=op.f('ck_program_capacity_positive')),
    sa.CheckConstraint('cost_to_school_cents >= 0', name=op.f('ck_program_cost_not_negative')),
    sa.ForeignKeyConstraint(['tenant_id', 'partner_id'], ['partner.tenant_id', 'partner.id'], name=op.f('fk_program_tenant_id_partner_id_partner')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_program_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_program'))
    )
    op.create_index('program_by_name', 'program', ['tenant_id', 'name', 'id'], unique=False)
    op.create_index('program_by_status', 'program', ['tenant_id', 'status', 'name', 'id'], unique=False)
    op.create_index('program_partner', 'program', ['tenant_id', 'partner_id', 'name', 'id'], unique=False)
    op.create_table('role_assignment',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('scope', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=True),
    sa.Column('partner_id', sa.Uuid(), nullable=True),
    sa.Column('employer_partner_id', sa.Uuid(), nullable=True),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.CheckConstraint("(scope = 'partner') = (partner_id is not null)", name=op.f('ck_role_assignment_partner_scope')),
    sa.CheckConstraint("scope in ('tenant', 'schools', 'partner')", name=op.f('ck_role_assignment_scope_known')),
    sa.CheckConstraint('ends_on is null or starts_on <= ends_on', name=op.f('ck_role_assignment_dates_in_order')),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_role_assignment_person_id_person')),
    sa.ForeignKeyConstraint(['tenant_id', 'employer_partner_id'], ['partner.tenant_id', 'partner.id'], name=op.f('fk_role_assignment_tenant_id_employer_partner_id_partner')),
    sa.ForeignKeyConstraint(['tenant_id', 'partner_id'], ['partner.tenant_id', 'partner.id'], name=op.f('fk_role_assignment_tenant_id_partner_id_partner')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_role_assignment_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_role_assignment'))
    )
    op.create_index('role_assignment_partner', 'role_assignment', ['tenant_id', 'partner_id'], unique=False)
    op.create_index('role_assignment_person', 'role_assignment', ['tenant_id', 'person_id'], unique=False)
    op.create_table('school_identifier',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('system', sa.String(), nullable=False),
    sa.Column('value', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'school_id'], ['school.tenant_id', 'school.id'], name=op.f('fk_school_identifier_tenant_id_school_id_school'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_school_identifier_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_school_identifier'))
    )
    op.create_index('school_identifier_school', 'school_identifier', ['tenant_id', 'school_id'], unique=False)
    op.create_index('school_identifier_value', 'school_identifier', ['tenant_id', 'system', 'value'], unique=True)
    op.create_table('session',
    sa.Column('token_hash', sa.LargeBinary(), nullable=False),
    sa.Column('person_id', sa.Uuid(), nullable=False),
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('last_seen_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['person.id'], name=op.f('fk_session_person_id_person'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_session_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('token_hash', name=op.f('pk_session'))
    )
    op.create_index(op.f('ix_session_person_id'), 'session', ['person_id'], unique=False)
    op.create_table('access_token',
    sa.Column('token_hash', sa.LargeBinary(), nullable=False),
    sa.Column('credential_id', sa.Uuid(), nullable=False),
    sa.Column('scopes', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['credential_id'], ['api_credential.id'], name=op.f('fk_access_token_credential_id_api_credential'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('token_hash', name=op.f('pk_access_token'))
    )
    op.create_index(op.f('ix_access_token_credential_id'), 'access_token', ['credential_id'], unique=False)
    op.create_table('agreement_document',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('media_type', sa.String(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('size', sa.Integer(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=False),
    sa.Column('uploaded_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('uploaded_by_id', sa.Uuid(), nullable=True),
    sa.ForeignKeyConstraint(['tenant_id', 'agreement_id'], ['agreement.tenant_id', 'agreement.id'], name=op.f('fk_agreement_document_tenant_id_agreement_id_agreement'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_agreement_document_tenant_id_tenant')),
    sa.ForeignKeyConstraint(['uploaded_by_id'], ['person.id'], name=op.f('fk_agreement_document_uploaded_by_id_person')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_agreement_document'))
    )
    op.create_index('agreement_document_agreement', 'agreement_document', ['tenant_id', 'agreement_id', 'id'], unique=False)
    op.create_table('agreement_program',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('program_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'agreement_id'], ['agreement.tenant_id', 'agreement.id'], name=op.f('fk_agreement_program_tenant_id_agreement_id_agreement'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id', 'program_id'], ['program.tenant_id', 'program.id'], name=op.f('fk_agreement_program_tenant_id_program_id_program')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_agreement_program_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_agreement_program'))
    )
    op.create_index('agreement_program_pair', 'agreement_program', ['tenant_id', 'agreement_id', 'program_id'], unique=True)
    op.create_index('agreement_program_program', 'agreement_program', ['tenant_id', 'program_id'], unique=False)
    op.create_table('agreement_review',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('step', sa.String(), nullable=False),
    sa.Column('decision', sa.String(), nullable=False),
    sa.Column('comment', sa.String(), nullable=True),
    sa.Column('reviewer_id', sa.Uuid(), nullable=False),
    sa.Column('decided_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('is_current', sa.Boolean(), server_default=sa.text("'True'"), nullable=False),
    sa.CheckConstraint("decision in ('approved', 'changes_requested')", name=op.f('ck_agreement_review_decision_known')),
    sa.CheckConstraint("step in ('program', 'legal', 'risk', 'privacy')", name=op.f('ck_agreement_review_step_known')),
    sa.ForeignKeyConstraint(['reviewer_id'], ['person.id'], name=op.f('fk_agreement_review_reviewer_id_person')),
    sa.ForeignKeyConstraint(['tenant_id', 'agreement_id'], ['agreement.tenant_id', 'agreement.id'], name=op.f('fk_agreement_review_tenant_id_agreement_id_agreement'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_agreement_review_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_agreement_review'))
    )
    op.create_index('agreement_review_agreement', 'agreement_review', ['tenant_id', 'agreement_id', 'id'], unique=False)
    op.create_table('agreement_school',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('confirmation', sa.String(), server_default=sa.text("'pending'"), nullable=False),
    sa.Column('confirmed_by_id', sa.Uuid(), nullable=True),
    sa.Column('confirmed_on', sa.Date(), nullable=True),
    sa.Column('reason', sa.String(), nullable=True),
    sa.CheckConstraint("confirmation in ('pending', 'confirmed', 'declined')", name=op.f('ck_agreement_school_confirmation_known')),
    sa.ForeignKeyConstraint(['confirmed_by_id'], ['person.id'], name=op.f('fk_agreement_school_confirmed_by_id_person')),
    sa.ForeignKeyConstraint(['tenant_id', 'agreement_id'], ['agreement.tenant_id', 'agreement.id'], name=op.f('fk_agreement_school_tenant_id_agreement_id_agreement'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id', 'school_id'], ['school.tenant_id', 'school.id'], name=op.f('fk_agreement_school_tenant_id_school_id_school')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_agreement_school_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_agreement_school'))
    )
    op.create_index('agreement_school_pair', 'agreement_school', ['tenant_id', 'agreement_id', 'school_id'], unique=True)
    op.create_index('agreement_school_school', 'agreement_school', ['tenant_id', 'school_id'], unique=False)
    op.create_table('expectation',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('party', sa.String(), nullable=False),
    sa.Column('topic', sa.String(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.CheckConstraint("party in ('school', 'partner', 'joint')", name=op.f('ck_expectation_party_known')),
    sa.CheckConstraint("topic in ('space', 'schedule', 'communication', 'recruitment_referral', 'staffing', 'materials', 'data', 'family_contact', 'safety', 'facilities', 'dispute_resolution')", name=op.f('ck_expectation_topic_known')),
    sa.ForeignKeyConstraint(['tenant_id', 'agreement_id'], ['agreement.tenant_id', 'agreement.id'], name=op.f('fk_expectation_tenant_id_agreement_id_agreement'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_expectation_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_expectation'))
    )
    op.create_index('expectation_agreement', 'expectation', ['tenant_id', 'agreement_id', 'position'], unique=False)
    op.create_table('need',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('assessment_id', sa.Uuid(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('area_code', sa.String(), nullable=False),
    sa.Column('current_condition', sa.String(), nullable=True),
    sa.Column('desired_condition', sa.String(), nullable=True),
    sa.Column('grades', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('populations', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('times_of_day', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('languages', postgresql.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('est_students', sa.Integer(), nullable=True),
    sa.Column('root_causes', sa.String(), nullable=True),
    sa.Column('impact', sa.Integer(), nullable=True),
    sa.Column('urgency', sa.Integer(), nullable=True),
    sa.Column('magnitude', sa.Integer(), nullable=True),
    sa.Column('feasibility', sa.Integer(), nullable=True),
    sa.Column('alignment', sa.Integer(), nullable=True),
    sa.Column('score', sa.Numeric(), nullable=True),
    sa.Column('rank', sa.Integer(), nullable=True),
    sa.Column('rank_reason', sa.String(), nullable=True),
    sa.Column('meet_via_partnership', sa.String(), server_default=sa.text("'yes'"), nullable=False),
    sa.Column('status', sa.String(), server_default=sa.text("'identified'"), nullable=False),
    sa.CheckConstraint("meet_via_partnership in ('yes', 'partly', 'no')", name=op.f('ck_need_meet_via_partnership_known')),
    sa.CheckConstraint("status in ('identified', 'prioritized', 'matched', 'being_addressed', 'met', 'deferred', 'dropped')", name=op.f('ck_need_status_known')),
    sa.CheckConstraint('alignment between 1 and 5', name=op.f('ck_need_alignment_range')),
    sa.CheckConstraint('est_students >= 0', name=op.f('ck_need_est_students_not_negative')),
    sa.CheckConstraint('feasibility between 1 and 5', name=op.f('ck_need_feasibility_range')),
    sa.CheckConstraint('impact between 1 and 5', name=op.f('ck_need_impact_range')),
    sa.CheckConstraint('magnitude between 1 and 5', name=op.f('ck_need_magnitude_range')),
    sa.CheckConstraint('urgency between 1 and 5', name=op.f('ck_need_urgency_range')),
    sa.ForeignKeyConstraint(['tenant_id', 'assessment_id'], ['needs_assessment.tenant_id', 'needs_assessment.id'], name=op.f('fk_need_tenant_id_assessment_id_needs_assessment'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id', 'school_id'], ['school.tenant_id', 'school.id'], name=op.f('fk_need_tenant_id_school_id_school')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_need_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_need'))
    )
    op.create_index('need_area_update', 'need', ['tenant_id', 'area_code', 'updated_at', 'id'], unique=False)
    op.create_index('need_assessment', 'need', ['tenant_id', 'assessment_id', 'rank', 'id'], unique=False)
    op.create_index('need_by_update', 'need', ['tenant_id', 'updated_at', 'id'], unique=False)
    op.create_index('need_school_update', 'need', ['tenant_id', 'school_id', 'updated_at', 'id'], unique=False)
    op.create_table('partnership',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('partner_id', sa.Uuid(), nullable=False),
    sa.Column('program_id', sa.Uuid(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('first_school_year', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), server_default=sa.text("'specialized'"), nullable=False),
    sa.Column('is_lead_partner', sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
    sa.Column('stage', sa.String(), server_default=sa.text("'exploring'"), nullable=False),
    sa.Column('stage_reason', sa.String(), nullable=True),
    sa.Column('coordinator_id', sa.Uuid(), nullable=True),
    sa.Column('partner_lead_id', sa.Uuid(), nullable=True),
    sa.Column('schedule', sa.String(), nullable=True),
    sa.Column('place', sa.String(), nullable=True),
    sa.Column('started_on', sa.Date(), nullable=True),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.CheckConstraint("kind in ('specialized', 'aligned', 'core')", name=op.f('ck_partnership_kind_known')),
    sa.CheckConstraint("stage in ('exploring', 'planning', 'ready_check', 'active', 'paused', 'ended', 'not_a_fit')", name=op.f('ck_partnership_stage_known')),
    sa.ForeignKeyConstraint(['coordinator_id'], ['person.id'], name=op.f('fk_partnership_coordinator_id_person')),
    sa.ForeignKeyConstraint(['partner_lead_id'], ['person.id'], name=op.f('fk_partnership_partner_lead_id_person')),
    sa.ForeignKeyConstraint(['tenant_id', 'partner_id'], ['partner.tenant_id', 'partner.id'], name=op.f('fk_partnership_tenant_id_partner_id_partner')),
    sa.ForeignKeyConstraint(['tenant_id', 'program_id'], ['program.tenant_id', 'program.id'], name=op.f('fk_partnership_tenant_id_program_id_program')),
    sa.ForeignKeyConstraint(['tenant_id', 'school_id'], ['school.tenant_id', 'school.id'], name=op.f('fk_partnership_tenant_id_school_id_school')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_partnership_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_partnership'))
    )
    op.create_index('partnership_by_update', 'partnership', ['tenant_id', 'updated_at', 'id'], unique=False)
    op.create_index('partnership_pair', 'partnership', ['tenant_id', 'school_id', 'program_id'], unique=True, postgresql_where=sa.text("stage not in ('ended', 'not_a_fit')"))
    op.create_index('partnership_partner_update', 'partnership', ['tenant_id', 'partner_id', 'updated_at', 'id'], unique=False)
    op.create_index('partnership_program', 'partnership', ['tenant_id', 'program_id'], unique=False)
    op.create_index('partnership_school_update', 'partnership', ['tenant_id', 'school_id', 'updated_at', 'id'], unique=False)
    op.create_index('partnership_stage_update', 'partnership', ['tenant_id', 'stage', 'updated_at', 'id'], unique=False)
    op.create_table('resource_commitment',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=True),
    sa.Column('party', sa.String(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('value_cents', sa.Integer(), nullable=True),
    sa.Column('promised_by_on', sa.Date(), nullable=True),
    sa.Column('delivered_on', sa.Date(), nullable=True),
    sa.CheckConstraint("party in ('school', 'partner', 'district')", name=op.f('ck_resource_commitment_party_known')),
    sa.CheckConstraint('value_cents >= 0', name=op.f('ck_resource_commitment_value_not_negative')),
    sa.ForeignKeyConstraint(['tenant_id', 'agreement_id'], ['agreement.tenant_id', 'agreement.id'], name=op.f('fk_resource_commitment_tenant_id_agreement_id_agreement'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id', 'school_id'], ['school.tenant_id', 'school.id'], name=op.f('fk_resource_commitment_tenant_id_school_id_school')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_resource_commitment_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_resource_commitment'))
    )
    op.create_index('resource_commitment_agreement', 'resource_commitment', ['tenant_id', 'agreement_id', 'position'], unique=False)
    op.create_table('role_school',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('role_assignment_id', sa.Uuid(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'role_assignment_id'], ['role_assignment.tenant_id', 'role_assignment.id'], name=op.f('fk_role_school_tenant_id_role_assignment_id_role_assignment'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id', 'school_id'], ['school.tenant_id', 'school.id'], name=op.f('fk_role_school_tenant_id_school_id_school')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_role_school_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_role_school'))
    )
    op.create_index('role_school_pair', 'role_school', ['tenant_id', 'role_assignment_id', 'school_id'], unique=True)
    op.create_index('role_school_school', 'role_school', ['tenant_id', 'school_id'], unique=False)
    op.create_table('signature',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('agreement_id', sa.Uuid(), nullable=False),
    sa.Column('party', sa.String(), nullable=False),
    sa.Column('signer_id', sa.Uuid(), nullable=True),
    sa.Column('signer_name', sa.String(), nullable=False),
    sa.Column('signer_title', sa.String(), nullable=False),
    sa.Column('method', sa.String(), nullable=False),
    sa.Column('signed_on', sa.Date(), nullable=False),
    sa.Column('signed_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('document_hash', sa.String(), nullable=True),
    sa.Column('has_consented', sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
    sa.Column('voided_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("method in ('esign', 'wet')", name=op.f('ck_signature_method_known')),
    sa.CheckConstraint("party in ('district', 'partner')", name=op.f('ck_signature_party_known')),
    sa.ForeignKeyConstraint(['signer_id'], ['person.id'], name=op.f('fk_signature_signer_id_person')),
    sa.ForeignKeyConstraint(['tenant_id', 'agreement_id'], ['agreement.tenant_id', 'agreement.id'], name=op.f('fk_signature_tenant_id_agreement_id_agreement'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_signature_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_signature'))
    )
    op.create_index('signature_agreement', 'signature', ['tenant_id', 'agreement_id', 'id'], unique=False)
    op.create_table('need_evidence',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('need_id', sa.Uuid(), nullable=False),
    sa.Column('measure_id', sa.Uuid(), nullable=True),
    sa.Column('period', sa.String(), nullable=True),
    sa.Column('statement', sa.String(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'measure_id'], ['measure.tenant_id', 'measure.id'], name=op.f('fk_need_evidence_tenant_id_measure_id_measure')),
    sa.ForeignKeyConstraint(['tenant_id', 'need_id'], ['need.tenant_id', 'need.id'], name=op.f('fk_need_evidence_tenant_id_need_id_need'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_need_evidence_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_need_evidence'))
    )
    op.create_index('need_evidence_need', 'need_evidence', ['tenant_id', 'need_id', 'id'], unique=False)
    op.create_table('partnership_need',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('partnership_id', sa.Uuid(), nullable=False),
    sa.Column('need_id', sa.Uuid(), nullable=False),
    sa.Column('fit_words', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['tenant_id', 'need_id'], ['need.tenant_id', 'need.id'], name=op.f('fk_partnership_need_tenant_id_need_id_need')),
    sa.ForeignKeyConstraint(['tenant_id', 'partnership_id'], ['partnership.tenant_id', 'partnership.id'], name=op.f('fk_partnership_need_tenant_id_partnership_id_partnership'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_partnership_need_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_partnership_need'))
    )
    op.create_index('partnership_need_need', 'partnership_need', ['tenant_id', 'need_id'], unique=False)
    op.create_index('partnership_need_pair', 'partnership_need', ['tenant_id', 'partnership_id', 'need_id'], unique=True)
    op.create_table('target',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('partner_id', sa.Uuid(), nullable=False),
    sa.Column('program_id', sa.Uuid(), nullable=False),
    sa.Column('need_id', sa.Uuid(), nullable=True),
    sa.Column('school_year', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('measure', sa.String(), nullable=False),
    sa.Column('unit', sa.String(), nullable=False),
    sa.Column('direction', sa.String(), nullable=False),
    sa.Column('is_lower_better', sa.Boolean(), server_default=sa.text("'False'"), nullable=False),
    sa.Column('aggregation', sa.String(), nullable=False),
    sa.Column('population', sa.String(), nullable=False),
    sa.Column('population_words', sa.String(), nullable=False),
    sa.Column('baseline_value', sa.Numeric(), nullable=True),
    sa.Column('baseline_numerator', sa.Integer(), nullable=True),
    sa.Column('baseline_denominator', sa.Integer(), nullable=True),
    sa.Column('baseline_population', sa.String(), nullable=True),
    sa.Column('baseline_source', sa.String(), nullable=True),
    sa.Column('baseline_period', sa.String(), nullable=True),
    sa.Column('target_method', sa.String(), server_default=sa.text("'absolute'"), nullable=False),
    sa.Column('target_input', sa.Numeric(), nullable=True),
    sa.Column('target_value', sa.Numeric(), nullable=True),
    sa.Column('period_starts_on', sa.Date(), nullable=False),
    sa.Column('period_ends_on', sa.Date(), nullable=False),
    sa.Column('pace', sa.String(), server_default=sa.text("'linear'"), nullable=False),
    sa.Column('reporting_interval_days', sa.Integer(), nullable=True),
    sa.Column('data_source', sa.String(), nullable=True),
    sa.Column('status', sa.String(), server_default=sa.text("'draft'"), nullable=False),
    sa.Column('status_reason', sa.String(), nullable=True),
    sa.Column('partner_agreed_by_id', sa.Uuid(), nullable=True),
    sa.Column('partner_agreed_on', sa.Date(), nullable=True),
    sa.Column('proposed_by_side', sa.String(), nullable=False),
    sa.Column('proposed_on', sa.Date(), nullable=True),
    sa.Column('revises_id', sa.Uuid(), nullable=True),
    sa.CheckConstraint("aggregation in ('cumulative', 'latest', 'average', 'rate')", name=op.f('ck_target_aggregation_known')),
    sa.CheckConstraint("direction in ('increase', 'decrease', 'maintain')", name=op.f('ck_target_direction_known')),
    sa.CheckConstraint("kind in ('how_much', 'how_well', 'better_off')", name=op.f('ck_target_kind_known')),
    sa.CheckConstraint("pace in ('linear', 'milestone', 'end_only')", name=op.f('ck_target_pace_known')),
    sa.CheckConstraint("population in ('students_served', 'grade_or_group', 'whole_school')", name=op.f('ck_target_population_known')),
    sa.CheckConstraint("proposed_by_side in ('school', 'partner', 'district')", name=op.f('ck_target_proposed_by_side_known')),
    sa.CheckConstraint("status in ('draft', 'proposed', 'agreed', 'open', 'closed', 'revised', 'withdrawn')", name=op.f('ck_target_status_known')),
    sa.CheckConstraint("target_method in ('absolute', 'percentage_point', 'percent_improvement', 'maintain_baseline', 'projection', 'policy')", name=op.f('ck_target_target_method_known')),
    sa.CheckConstraint("unit in ('count', 'percent', 'ratio', 'score', 'hours', 'currency')", name=op.f('ck_target_unit_known')),
    sa.CheckConstraint('period_starts_on <= period_ends_on', name=op.f('ck_target_dates_in_order')),
    sa.ForeignKeyConstraint(['partner_agreed_by_id'], ['person.id'], name=op.f('fk_target_partner_agreed_by_id_person')),
    sa.ForeignKeyConstraint(['tenant_id', 'need_id'], ['need.tenant_id', 'need.id'], name=op.f('fk_target_tenant_id_need_id_need')),
    sa.ForeignKeyConstraint(['tenant_id', 'partner_id'], ['partner.tenant_id', 'partner.id'], name=op.f('fk_target_tenant_id_partner_id_partner')),
    sa.ForeignKeyConstraint(['tenant_id', 'program_id'], ['program.tenant_id', 'program.id'], name=op.f('fk_target_tenant_id_program_id_program')),
    sa.ForeignKeyConstraint(['tenant_id', 'revises_id'], ['target.tenant_id', 'target.id'], name=op.f('fk_target_tenant_id_revises_id_target')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_target_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_target'))
    )
    op.create_index('target_by_update', 'target', ['tenant_id', 'updated_at', 'id'], unique=False)
    op.create_index('target_partner_update', 'target', ['tenant_id', 'partner_id', 'updated_at', 'id'], unique=False)
    op.create_index('target_need_update', 'target', ['tenant_id', 'need_id', 'updated_at', 'id'], unique=False)
    op.create_index('target_program_update', 'target', ['tenant_id', 'program_id', 'updated_at', 'id'], unique=False)
    op.create_index('target_revises', 'target', ['tenant_id', 'revises_id'], unique=False)
    op.create_index('target_status_update', 'target', ['tenant_id', 'status', 'updated_at', 'id'], unique=False)
    op.create_index('target_year_update', 'target', ['tenant_id', 'school_year', 'updated_at', 'id'], unique=False)
    op.create_table('result',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('version', sa.BigInteger(), server_default=sa.text('1'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('target_id', sa.Uuid(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('as_of_on', sa.Date(), nullable=False),
    sa.Column('value', sa.Numeric(), nullable=True),
    sa.Column('numerator', sa.Integer(), nullable=True),
    sa.Column('denominator', sa.Integer(), nullable=True),
    sa.Column('population', sa.String(), nullable=False),
    sa.Column('status', sa.String(), server_default=sa.text("'submitted'"), nullable=False),
    sa.Column('status_reason', sa.String(), nullable=True),
    sa.Column('source', sa.String(), server_default=sa.text("'manual'"), nullable=False),
    sa.Column('note', sa.String(), nullable=True),
    sa.Column('hidden', sa.String(), nullable=True),
    sa.Column('entered_by_id', sa.Uuid(), nullable=True),
    sa.Column('entered_for_partner_id', sa.Uuid(), nullable=True),
    sa.Column('verified_by_id', sa.Uuid(), nullable=True),
    sa.Column('entered_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.CheckConstraint("hidden in ('small_n', 'complementary')", name=op.f('ck_result_hidden_known')),
    sa.CheckConstraint("source in ('manual', 'api', 'import')", name=op.f('ck_result_source_known')),
    sa.CheckConstraint("status in ('submitted', 'verified', 'rejected', 'superseded')", name=op.f('ck_result_status_known')),
    sa.CheckConstraint('(numerator is null) = (denominator is null)', name=op.f('ck_result_part_and_whole')),
    sa.CheckConstraint('numerator >= 0 and denominator >= 0', name=op.f('ck_result_counts_not_negative')),
    sa.CheckConstraint('value is not null or denominator is not null', name=op.f('ck_result_has_a_value')),
    sa.ForeignKeyConstraint(['entered_by_id'], ['person.id'], name=op.f('fk_result_entered_by_id_person')),
    sa.ForeignKeyConstraint(['tenant_id', 'entered_for_partner_id'], ['partner.tenant_id', 'partner.id'], name=op.f('fk_result_tenant_id_entered_for_partner_id_partner')),
    sa.ForeignKeyConstraint(['tenant_id', 'school_id'], ['school.tenant_id', 'school.id'], name=op.f('fk_result_tenant_id_school_id_school')),
    sa.ForeignKeyConstraint(['tenant_id', 'target_id'], ['target.tenant_id', 'target.id'], name=op.f('fk_result_tenant_id_target_id_target')),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_result_tenant_id_tenant')),
    sa.ForeignKeyConstraint(['verified_by_id'], ['person.id'], name=op.f('fk_result_verified_by_id_person')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_result'))
    )
    op.create_index('result_by_update', 'result', ['tenant_id', 'updated_at', 'id'], unique=False)
    op.create_index('result_current', 'result', ['tenant_id', 'target_id', 'school_id', 'as_of_on'], unique=True, postgresql_where=sa.text("status in ('submitted', 'verified')"))
    op.create_index('result_school_update', 'result', ['tenant_id', 'school_id', 'updated_at', 'id'], unique=False)
    op.create_index('result_status_update', 'result', ['tenant_id', 'status', 'updated_at', 'id'], unique=False)
    op.create_index('result_target', 'result', ['tenant_id', 'target_id', 'as_of_on', 'id'], unique=False)
    op.create_index('result_target_update', 'result', ['tenant_id', 'target_id', 'updated_at', 'id'], unique=False)
    op.create_table('target_milestone',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('target_id', sa.Uuid(), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('value', sa.Numeric(), nullable=False),
    sa.ForeignKeyConstraint(['tenant_id', 'target_id'], ['target.tenant_id', 'target.id'], name=op.f('fk_target_milestone_tenant_id_target_id_target'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_target_milestone_tenant_id_tenant')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_target_milestone'))
    )
    op.create_index('target_milestone_day', 'target_milestone', ['tenant_id', 'target_id', 'due_on'], unique=True)
    op.create_table('target_school',
    sa.Column('tenant_id', sa.Uuid(), nullable=False),
    sa.Column('id', sa.Uuid(), nullable=False),
    sa.Column('target_id', sa.Uuid(), nullable=False),
    sa.Column('school_id', sa.Uuid(), nullable=False),
    sa.Column('partnership_id', sa.Uuid(), nullable=False),
    sa.Column('word', sa.String(), server_default=sa.text("'pending'"), nullable=False),
    sa.Column('word_by_id', sa.Uuid(), nullable=True),
    sa.Column('word_on', sa.Date(), nullable=True),
    sa.Column('reason', sa.String(), nullable=True),
    sa.CheckConstraint("word in ('pending', 'agreed', 'opted_out')", name=op.f('ck_target_school_word_known')),
    sa.ForeignKeyConstraint(['tenant_id', 'partnership_id'], ['partnership.tenant_id', 'partnership.id'], name=op.f('fk_target_school_tenant_id_partnership_id_partnership')),
    sa.ForeignKeyConstraint(['tenant_id', 'school_id'], ['school.tenant_id', 'school.id'], name=op.f('fk_target_school_tenant_id_school_id_school')),
    sa.ForeignKeyConstraint(['tenant_id', 'target_id'], ['target.tenant_id', 'target.id'], name=op.f('fk_target_school_tenant_id_target_id_target'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['tenant_id'], ['tenant.id'], name=op.f('fk_target_school_tenant_id_tenant')),
    sa.ForeignKeyConstraint(['word_by_id'], ['person.id'], name=op.f('fk_target_school_word_by_id_person')),
    sa.PrimaryKeyConstraint('tenant_id', 'id', name=op.f('pk_target_school'))
    )
    op.create_index('target_school_partnership', 'target_school', ['tenant_id', 'partnership_id'], unique=False)
    op.create_index('target_school_pair', 'target_school', ['tenant_id', 'target_id', 'school_id'], unique=True)
    op.create_index('target_school_school', 'target_school', ['tenant_id', 'school_id'], unique=False)


def downgrade() -> None:
    op.drop_index('target_school_school', table_name='target_school')
    op.drop_index('target_school_partnership', table_name='target_school')
    op.drop_index('target_school_pair', table_name='target_school')
    op.drop_table('target_school')
    op.drop_index('target_milestone_day', table_name='target_milestone')
    op.drop_table('target_milestone')
    op.drop_index('result_target_update', table_name='result')
    op.drop_index('result_target', table_name='result')
    op.drop_index('result_status_update', table_name='result')
    op.drop_index('result_school_update', table_name='result')
    op.drop_index('result_current', table_name='result', postgresql_where=sa.text("status in ('submitted', 'verified')"))
    op.drop_index('result_by_update', table_name='result')
    op.drop_table('result')
    op.drop_index('target_year_update', table_name='target')
    op.drop_index('target_status_update', table_name='target')
    op.drop_index('target_revises', table_name='target')
    op.drop_index('target_program_update', table_name='target')
    op.drop_index('target_need_update', table_name='target')
    op.drop_index('target_partner_update', table_name='target')
    op.drop_index('target_by_update', table_name='target')
    op.drop_table('target')
    op.drop_index('partnership_need_pair', table_name='partnership_need')
    op.drop_index('partnership_need_need', table_name='partnership_need')
    op.drop_table('partnership_need')
    op.drop_index('need_evidence_need', table_name='need_evidence')
    op.drop_table('need_evidence')
    op.drop_index('signature_agreement', table_name='signature')
    op.drop_table('signature')
    op.drop_index('role_school_school', table_name='role_school')
    op.drop_index('role_school_pair', table_name='role_school')
    op.drop_table('role_school')
    op.drop_index('resource_commitment_agreement', table_name='resource_commitment')
    op.drop_table('resource_commitment')
    op.drop_index('partnership_stage_update', table_name='partnership')
    op.drop_index('partnership_school_update', table_name='partnership')
    op.drop_index('partnership_program', table_name='partnership')
    op.drop_index('partnership_partner_update', table_name='partnership')
    op.drop_index('partnership_pair', table_name='partnership', postgresql_where=sa.text("stage not in ('ended', 'not_a_fit')"))
    op.drop_index('partnership_by_update', table_name='partnership')
    op.drop_table('partnership')
    op.drop_index('need_school_update', table_name='need')
    op.drop_index('need_by_update', table_name='need')
    op.drop_index('need_assessment', table_name='need')
    op.drop_index('need_area_update', table_name='need')
    op.drop_table('need')
    op.drop_index('expectation_agreement', table_name='expectation')
    op.drop_table('expectation')
    op.drop_index('agreement_school_school', table_name='agreement_school')
    op.drop_index('agreement_school_pair', table_name='agreement_school')
    op.drop_table('agreement_school')
    op.drop_index('agreement_review_agreement', table_name='agreement_review')
    op.drop_table('agreement_review')
    op.drop_index('agreement_program_program', table_name='agreement_program')
    op.drop_index('agreement_program_pair', table_name='agreement_program')
    op.drop_table('agreement_program')
    op.drop_index('agreement_document_agreement', table_name='agreement_document')
    op.drop_table('agreement_document')
    op.drop_index(op.f('ix_access_token_credential_id'), table_name='access_token')
    op.drop_table('access_token')
    op.drop_index(op.f('ix_session_person_id'), table_name='session')
    op.drop_table('session')
    op.drop_index('school_identifier_value', table_name='school_identifier')
    op.drop_index('school_identifier_school', table_name='school_identifier')
    op.drop_table('school_identifier')
    op.drop_index('role_assignment_person', table_name='role_assignment')
    op.drop_index('role_assignment_partner', table_name='role_assignment')
    op.drop_table('role_assignment')
    op.drop_index('program_partner', table_name='program')
    op.drop_index('program_by_status', table_name='program')
    op.drop_index('program_by_name', table_name='program')
    op.drop_table('program')
    op.drop_index('observation_natural', table_name='observation', postgresql_nulls_not_distinct=True)
    op.drop_index('observation_measure', table_name='observation')
    op.drop_table('observation')
    op.drop_index('needs_assessment_year_update', table_name='needs_assessment')
    op.drop_index('needs_assessment_status_update', table_name='needs_assessment')
    op.drop_index('needs_assessment_school_update', table_name='needs_assessment')
    op.drop_index('needs_assessment_published', table_name='needs_assessment', postgresql_where=sa.text("status = 'published'"))
    op.drop_index('needs_assessment_open', table_name='needs_assessment', postgresql_where=sa.text("status not in ('published', 'superseded')"))
    op.drop_index('needs_assessment_by_update', table_name='needs_assessment')
    op.drop_table('needs_assessment')
    op.drop_index('contact_partner', table_name='contact')
    op.drop_table('contact')
    op.drop_index(op.f('ix_api_credential_tenant_id'), table_name='api_credential')
    op.drop_table('api_credential')
    op.drop_index('agreement_text_hash', table_name='agreement_text')
    op.drop_table('agreement_text')
    op.drop_table('agreement_series')
    op.drop_index('agreement_one_renewal', table_name='agreement', postgresql_where=sa.text("renews_id is not null and status not in ('terminated', 'rejected', 'withdrawn', 'superseded')"))
    op.drop_index('agreement_amends', table_name='agreement', postgresql_where=sa.text('amends_id is not null'))
    op.drop_index('agreement_type_update', table_name='agreement')
    op.drop_index('agreement_type_end', table_name='agreement')
    op.drop_index('agreement_status_update', table_name='agreement')
    op.drop_index('agreement_status_end', table_name='agreement')
    op.drop_index('agreement_partner_update', table_name='agreement')
    op.drop_index('agreement_partner_end', table_name='agreement')
    op.drop_index('agreement_number', table_name='agreement')
    op.drop_index('agreement_by_update', table_name='agreement')
    op.drop_index('agreement_by_end', table_name='agreement')
    op.drop_table('agreement')
    op.drop_index('taxonomy_term_code', table_name='taxonomy_term')
    op.drop_table('taxonomy_term')
    op.drop_index('school_year_label', table_name='school_year')
    op.drop_table('school_year')
    op.drop_index('school_by_update', table_name='school')
    op.drop_index('school_by_status', table_name='school')
    op.drop_index('school_by_network', table_name='school')
    op.drop_index('school_by_name', table_name='school')
    op.drop_index('school_by_level', table_name='school')
    op.drop_table('school')
    op.drop_index('person_email', table_name='person')
    op.drop_table('person')
    op.drop_index('partner_normalized', table_name='partner')
    op.drop_index('partner_ein', table_name='partner')
    op.drop_index('partner_by_update', table_name='partner')
    op.drop_index('partner_by_type_update', table_name='partner')
    op.drop_index('partner_by_type', table_name='partner')
    op.drop_index('partner_by_status_update', table_name='partner')
    op.drop_index('partner_by_status', table_name='partner')
    op.drop_index('partner_by_name', table_name='partner')
    op.drop_table('partner')
    op.drop_index('observation_batch_by_creation', table_name='observation_batch')
    op.drop_table('observation_batch')
    op.drop_index('measure_key', table_name='measure')
    op.drop_table('measure')
    op.drop_index('log_order', table_name='log')
    op.drop_index('log_object', table_name='log')
    op.drop_table('log')
    op.drop_table('idempotency')
    op.drop_table('tenant')
