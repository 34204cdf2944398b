import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table forecast_actions (
      id text primary key,
      says text not null,
      metric text not null,
      dimension text,
      segment text,
      from_on date not null,
      to_on date not null,
      owner_id text not null references identity_people (id),
      due_on date not null,
      state text not null check (state in ('open', 'done')),
      decided_by text not null,
      decided_at timestamptz not null,
      done_at timestamptz
    )`.execute(db)
  await sql`create index forecast_actions_owner on forecast_actions (owner_id, state)`.execute(db)
  await sql`
    create table forecast_targets (
      id text primary key,
      starts_on date not null,
      currency text not null,
      amount_minor bigint not null check (amount_minor > 0),
      set_by text not null,
      set_at timestamptz not null,
      unique (starts_on, currency)
    )`.execute(db)
  await sql`
    create table forecast_anomalies (
      id text primary key,
      metric text not null,
      from_on date not null,
      to_on date not null,
      actual double precision not null,
      expected double precision not null,
      score double precision not null,
      says text not null,
      found_at timestamptz not null,
      is_told boolean not null,
      seen_by text,
      seen_at timestamptz,
      unique (metric, from_on)
    )`.execute(db)
}
