import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`
    alter table budget_lines add column purpose text
      check (purpose in ('brand', 'advocacy', 'social', 'demand', 'neither'))`)
  await run(`
    create table budget_splits (
      id text primary key,
      line_id text not null unique references budget_lines,
      mode text not null check (mode in ('amount', 'percent', 'equal', 'driver')),
      metric text,
      shares jsonb not null,
      note text not null,
      version integer not null,
      set_by text not null,
      set_at timestamptz not null,
      check (metric is null or mode = 'driver')
    )`)
  await run(`create index budget_splits_campaign on budget_splits using gin (shares jsonb_path_ops)`)
  await accruals(run)
  await run(`
    create table budget_recurrences (
      id text primary key,
      line_id text not null unique references budget_lines,
      every text not null check (every in ('month', 'quarter', 'year')),
      starts_on date not null,
      ends_on date check (ends_on >= starts_on),
      rises integer not null check (rises between -9999 and 100000),
      steps jsonb not null,
      version integer not null,
      set_by text not null,
      set_at timestamptz not null
    )`)
  await guardRail(run)
}

type Run = (text: string) => Promise<unknown>

async function accruals(run: Run): Promise<void> {
  await run(`
    create table budget_accruals (
      id text primary key,
      line_id text not null references budget_lines,
      order_id text references budget_orders,
      supplier text not null,
      month date not null,
      minor bigint not null check (minor > 0),
      note text not null,
      made_by text not null,
      made_at timestamptz not null
    )`)
  await run(`create index budget_accruals_line on budget_accruals (line_id)`)
  await run(`
    create table budget_reversals (
      id text primary key,
      accrual_id text not null references budget_accruals,
      invoice_id text references budget_invoices,
      month date not null,
      minor bigint not null check (minor > 0),
      reason text not null,
      made_by text not null,
      made_at timestamptz not null
    )`)
  await run(`create index budget_reversals_accrual on budget_reversals (accrual_id)`)
}

async function guardRail(run: Run): Promise<void> {
  await run(`
    create table budget_guards (
      id text primary key,
      version integer not null unique,
      guard jsonb not null,
      reason text not null,
      changed_at timestamptz not null,
      changed_by text not null
    )`)
  await run(`
    create table budget_crossings (
      id text primary key,
      year_id text not null references budget_years,
      what text not null,
      said text not null,
      reason text not null,
      made_by text not null,
      made_at timestamptz not null
    )`)
}
