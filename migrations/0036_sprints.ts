import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table sprints_records (
    id text primary key,
    team_id text not null,
    team_name text not null,
    name text not null,
    goal text not null,
    goal_id text,
    starts_on date not null,
    ends_on date not null,
    measure text not null check (measure in ('hours', 'points', 'items')),
    focus double precision not null check (focus > 0 and focus <= 1),
    state text not null check (state in ('planned', 'open', 'closed')),
    capacity double precision,
    started_at timestamptz, started_by text,
    closed_at timestamptz, closed_by text,
    passes integer not null,
    made_by text not null, made_at timestamptz not null,
    version integer not null,
    check (ends_on >= starts_on)
  )`,
  `create unique index sprints_records_open on sprints_records (team_id) where state = 'open'`,
  `create index sprints_records_team on sprints_records (team_id, starts_on)`,
  `create table sprints_items (
    id text primary key,
    sprint_id text not null references sprints_records (id),
    item_id text not null references work_items (id),
    amount double precision not null,
    committed double precision,
    committed_to text not null,
    done_on date,
    outcome text check (outcome in ('done', 'carried', 'back', 'left')),
    added_by text not null, added_at timestamptz not null,
    unique (sprint_id, item_id)
  )`,
  // An item is in one sprint at a time, whoever takes it in first.
  `create unique index sprints_items_once on sprints_items (item_id) where outcome is null`,
  `create table sprints_changes (
    id text primary key,
    sprint_id text not null references sprints_records (id),
    item_id text not null references work_items (id),
    kind text not null check (kind in ('added', 'removed', 'estimated')),
    delta double precision not null,
    items integer not null,
    reason text not null,
    by_name text not null,
    on_day date not null,
    at timestamptz not null
  )`,
  `create index sprints_changes_sprint on sprints_changes (sprint_id, at)`,
  `create table sprints_notes (
    id text primary key,
    sprint_id text not null references sprints_records (id),
    part text not null check (part in ('product', 'process', 'change')),
    text text not null,
    by_id text, by_name text not null, is_outside boolean not null,
    improvement_id text,
    at timestamptz not null
  )`,
  `create index sprints_notes_sprint on sprints_notes (sprint_id, at)`,
]
