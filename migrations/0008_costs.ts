import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table costs_lines (
      id text primary key,
      kind text not null check (kind in ('media', 'agency', 'tool', 'people', 'event', 'other')),
      channel text,
      campaign text,
      minor bigint not null check (minor > 0),
      currency text not null,
      repeats text not null check (repeats in ('once', 'monthly')),
      starts_on date not null,
      ends_on date check (ends_on >= starts_on),
      note text not null,
      version integer not null,
      created_by text not null,
      created_at timestamptz not null,
      changed_by text not null,
      changed_at timestamptz not null,
      removed_at timestamptz,
      check (ends_on is not null or repeats = 'monthly')
    )`.execute(db)
  await sql`
    create table costs_rates (
      id text primary key,
      currency text not null,
      into_currency text not null,
      on_day date not null,
      rate numeric(16, 8) not null check (rate > 0),
      set_by text not null,
      set_at timestamptz not null,
      unique (currency, into_currency, on_day)
    )`.execute(db)
  await sql`
    create table costs_assumptions (
      id text primary key check (id = 'assumptions'),
      gross_margin numeric(7, 6) not null check (gross_margin > 0 and gross_margin <= 1),
      lifetime_months integer not null check (lifetime_months > 0),
      months_of_value integer not null check (months_of_value > 0),
      changed_by text not null,
      changed_at timestamptz not null
    )`.execute(db)
}
