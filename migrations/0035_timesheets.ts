import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table timesheets_entries (
      id text primary key,
      person_id text not null references identity_people (id),
      day date not null,
      minutes integer not null check (minutes between 1 and 1440),
      item_id text references work_items (id) on delete set null,
      duty text check (duty in ('meetings', 'support', 'lines', 'other')),
      note text not null,
      source text not null check (source in ('typed', 'timer', 'proposal', 'copied')),
      ended_at timestamptz,
      version integer not null,
      changed_at timestamptz not null,
      removed_at timestamptz,
      check (item_id is null or duty is null)
    )`.execute(db)
  await sql`create index timesheets_entries_person on timesheets_entries (person_id, day) where removed_at is null`.execute(
    db,
  )
  await sql`create index timesheets_entries_day on timesheets_entries (day) where removed_at is null`.execute(
    db,
  )
  await sql`create index timesheets_entries_item on timesheets_entries (item_id) where item_id is not null`.execute(
    db,
  )
  // One runs for each person: the key says so.
  await sql`
    create table timesheets_timers (
      person_id text primary key references identity_people (id),
      id text not null unique,
      item_id text references work_items (id) on delete set null,
      duty text check (duty in ('meetings', 'support', 'lines', 'other')),
      note text not null,
      started_at timestamptz not null
    )`.execute(db)
  await sql`
    create table timesheets_locks (
      id text primary key,
      person_id text not null references identity_people (id),
      week_on date not null,
      locked_by text not null,
      locked_at timestamptz not null,
      reopened_by text,
      reopened_at timestamptz,
      reason text not null
    )`.execute(db)
  await sql`create unique index timesheets_locks_week on timesheets_locks (person_id, week_on) where reopened_at is null`.execute(
    db,
  )
}
