import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table priorities_models (
    id text primary key,
    scope text not null,
    version integer not null,
    definition jsonb not null,
    reason text not null,
    changed_by text not null,
    changed_at timestamptz not null,
    unique (scope, version)
  )`,
  `create table priorities_inputs (
    id text primary key,
    item_id text not null,
    name text not null,
    value double precision not null,
    said_by text not null,
    said_at timestamptz not null,
    unique (item_id, name)
  )`,
  `create table priorities_overrides (
    id text primary key,
    item_id text not null,
    board_id text not null,
    place integer not null check (place > 0),
    ranked integer,
    reason text not null,
    said_by text not null,
    said_at timestamptz not null,
    ended_by text,
    ended_at timestamptz
  )`,
  `create unique index priorities_overrides_open on priorities_overrides (item_id) where ended_at is null`,
  `create table priorities_weighings (
    id text primary key,
    board_id text not null,
    version integer not null,
    result jsonb not null,
    weighed_by text not null,
    weighed_at timestamptz not null
  )`,
]
