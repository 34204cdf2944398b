import { type Kysely, sql } from 'kysely'
import { createHours } from './0020_positions_hours.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`
    create table positions_records (
      id text primary key,
      title text not null check (title <> ''),
      team text not null,
      department text not null,
      funded_by text not null,
      manager_id text,
      manager_name text not null,
      starts_on date not null,
      ends_on date,
      fte_percent integer not null check (fte_percent between 1 and 100),
      weekly_minutes integer not null check (weekly_minutes between 60 and 4800),
      purpose text not null,
      state text not null check (state in ('draft', 'asked', 'approved', 'refused', 'open', 'filled', 'ended')),
      person_id text,
      person_name text not null,
      filled_on date,
      ended_on date,
      ending text,
      version integer not null,
      added_by text not null,
      added_at timestamptz not null,
      changed_by text not null,
      changed_at timestamptz not null,
      removed_at timestamptz,
      check (ends_on is null or ends_on >= starts_on),
      check ((state = 'ended') = (ended_on is not null)),
      check (state <> 'filled' or filled_on is not null)
    )`)
  // What a position costs stands apart, for those alone who may read what people cost.
  await run(`
    create table positions_costs (
      position_id text primary key references positions_records,
      salary_minor bigint not null check (salary_minor >= 0),
      on_cost_minor bigint not null check (on_cost_minor >= 0),
      currency text not null,
      set_by text not null,
      set_at timestamptz not null,
      check (salary_minor + on_cost_minor > 0)
    )`)
  await run(`
    create table positions_askings (
      id text primary key,
      position_id text not null references positions_records,
      line_id text not null references budget_lines,
      year_id text not null references budget_years,
      minor bigint not null check (minor > 0),
      currency text not null,
      months bigint[] not null check (cardinality(months) = 12),
      days bigint[] not null check (cardinality(days) = 12),
      from_on date not null,
      to_on date not null,
      reason text not null,
      state text not null check (state in ('waiting', 'approved', 'refused', 'withdrawn', 'released')),
      asked_by_id text not null,
      asked_by text not null,
      asked_at timestamptz not null,
      escalated_by text,
      escalated_at timestamptz,
      escalation text,
      decided_by_id text,
      decided_by text,
      decided_at timestamptz,
      decision text,
      check (to_on >= from_on),
      check (decided_by_id is null or decided_by_id <> asked_by_id or state in ('withdrawn', 'released'))
    )`)
  await run(`
    create unique index positions_askings_live on positions_askings (position_id, year_id)
    where state in ('waiting', 'approved')`)
  await run('create index positions_askings_line on positions_askings (line_id)')
  await createHours(run)
}
