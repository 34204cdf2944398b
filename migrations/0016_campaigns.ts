import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await campaigns(db)
  await approval(db)
  await links(db)
  await guards(db)
}

async function campaigns(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table campaigns_records (
      id text primary key,
      level text not null check (level in ('programme', 'campaign', 'tactic')),
      name text not null,
      owner_id text not null references identity_people (id),
      brief jsonb not null,
      planned_minor bigint check (planned_minor >= 0),
      planned_currency text,
      state text not null check (state in ('draft', 'in-approval', 'approved', 'stopped')),
      round integer not null,
      submitted_by_id text,
      approved_version integer not null,
      version integer not null,
      created_by text not null,
      created_at timestamptz not null,
      check ((planned_minor is null) = (planned_currency is null))
    )`.execute(db)
  await sql`
    create table campaigns_sources (
      name text primary key,
      campaign_id text not null references campaigns_records (id)
    )`.execute(db)
  await sql`
    create table campaigns_guests (
      campaign_id text not null references campaigns_records (id),
      person_id text not null references identity_people (id),
      primary key (campaign_id, person_id)
    )`.execute(db)
}

async function approval(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table campaigns_stages (
      id text primary key,
      campaign_id text not null references campaigns_records (id),
      round integer not null,
      position integer not null,
      stage text not null check (stage in ('creative', 'legal', 'budget')),
      role_id text,
      person_id text references identity_people (id),
      due_on date not null,
      state text not null check (state in ('waiting', 'approved', 'sent-back', 'recalled')),
      decided_by_id text,
      decided_by text,
      decided_at timestamptz,
      note text,
      checklist_version integer,
      ticked text[],
      unique (campaign_id, round, position),
      check ((role_id is null) <> (person_id is null))
    )`.execute(db)
  await sql`
    create table campaigns_versions (
      id text primary key,
      campaign_id text not null references campaigns_records (id),
      version integer not null,
      brief jsonb not null,
      planned_minor bigint,
      planned_currency text,
      reason text not null,
      approved_by text not null,
      approved_at timestamptz not null,
      unique (campaign_id, version)
    )`.execute(db)
  await sql`
    create table campaigns_changes (
      id text primary key,
      campaign_id text not null references campaigns_records (id),
      base_version integer not null,
      brief jsonb not null,
      planned_minor bigint,
      planned_currency text,
      reason text not null,
      state text not null check (state in ('open', 'accepted', 'refused', 'withdrawn')),
      asked_by_id text not null references identity_people (id),
      asked_by text not null,
      asked_at timestamptz not null,
      decided_by text,
      decided_at timestamptz,
      note text
    )`.execute(db)
  await sql`
    create unique index campaigns_changes_open on campaigns_changes (campaign_id) where state = 'open'`.execute(
    db,
  )
  await sql`
    create table campaigns_checklists (
      id text primary key,
      version integer not null unique,
      checklist jsonb not null,
      reason text not null,
      changed_at timestamptz not null,
      changed_by text not null
    )`.execute(db)
}

async function links(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table campaigns_terms (
      id text primary key,
      kind text not null check (kind in ('source', 'medium', 'campaign', 'content', 'term')),
      value text not null,
      added_by text not null,
      added_at timestamptz not null,
      unique (kind, value)
    )`.execute(db)
  await sql`
    create table campaigns_links (
      id text primary key,
      campaign_id text references campaigns_records (id),
      page text not null,
      source text not null,
      medium text not null,
      campaign text not null,
      content text,
      term text,
      address text not null unique,
      built_by text not null,
      built_at timestamptz not null
    )`.execute(db)
}

/** What was approved changes with a version that says so, and versions stay as they were written. */
async function guards(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function campaigns_hold_approved() returns trigger language plpgsql as $$
    begin
      if old.state = 'approved' and new.state = 'approved' and new.approved_version <= old.approved_version
        and (new.brief - 'agency' - 'approvals' <> old.brief - 'agency' - 'approvals'
          or new.planned_minor is distinct from old.planned_minor
          or new.planned_currency is distinct from old.planned_currency) then
        raise exception 'An approved brief is changed by a change request only.';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create trigger campaigns_hold_approved before update on campaigns_records
    for each row execute function campaigns_hold_approved()`.execute(db)
  await sql`
    create function campaigns_hold_versions() returns trigger language plpgsql as $$
    begin
      raise exception 'An approved brief stays to be read as it was.';
    end $$`.execute(db)
  await sql`
    create trigger campaigns_hold_versions before update or delete on campaigns_versions
    for each row execute function campaigns_hold_versions()`.execute(db)
}
