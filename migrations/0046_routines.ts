import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table routines_templates (
    id text primary key,
    name text not null,
    board_id text not null,
    definition jsonb not null,
    version integer not null,
    uses integer not null,
    retired_at timestamptz,
    changed_by text not null,
    changed_at timestamptz not null
  )`,
  `create table routines_template_versions (
    id text primary key,
    template_id text not null references routines_templates (id),
    version integer not null,
    name text not null,
    definition jsonb not null,
    reason text not null,
    changed_by text not null,
    changed_at timestamptz not null,
    unique (template_id, version)
  )`,
  `create table routines_routines (
    id text primary key,
    name text not null,
    template_id text not null references routines_templates (id),
    rule text not null,
    zone text not null,
    starts_on text not null,
    time text not null,
    ends_on text,
    lead integer not null check (lead >= 0),
    shift text not null check (shift in ('before', 'after', 'keep')),
    missed text not null check (missed in ('make', 'skip')),
    since_on text not null,
    paused_until text,
    stopped_at timestamptz,
    version integer not null,
    owner_id text, owner_name text not null,
    changed_by text not null,
    changed_at timestamptz not null
  )`,
  `create table routines_exceptions (
    id text primary key,
    routine_id text not null references routines_routines (id),
    occurs text not null,
    moved_to text,
    reason text not null,
    said_by text not null,
    said_at timestamptz not null,
    unique (routine_id, occurs)
  )`,
  `create table routines_makings (
    id text primary key,
    routine_id text not null references routines_routines (id),
    occurs text not null,
    due_on text not null,
    outcome text not null check (outcome in ('made', 'skipped', 'refused', 'taken-back')),
    item_ids jsonb not null,
    says text not null,
    made_by text not null,
    made_at timestamptz not null,
    unique (routine_id, occurs)
  )`,
]
