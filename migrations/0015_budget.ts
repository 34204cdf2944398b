import { type Kysely, sql } from 'kysely'
import { createSpending } from './0015_budget_spending.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`alter table costs_lines add column invoice_id text unique`)
  // Holds nothing: commands of the budget lock it, so that they take their turns.
  await run(`create table budget_turn ()`)
  await run(`
    create table budget_years (
      id text primary key,
      number integer not null unique,
      label text not null,
      months text[] not null check (cardinality(months) = 12),
      ends_on date not null,
      currency text not null,
      state text not null check (state in ('draft', 'approved')),
      opened_by text not null,
      opened_at timestamptz not null,
      approved_by text,
      approved_by_id text,
      approved_at timestamptz,
      check ((state = 'approved') = (approved_at is not null))
    )`)
  await run(`
    create table budget_lines (
      id text primary key,
      year_id text not null references budget_years,
      area text not null,
      programme text not null,
      campaign text not null,
      name text not null check (name <> ''),
      kind text not null check (kind in ('media', 'agency', 'tool', 'people', 'event', 'other')),
      channel text not null,
      owner_id text,
      owner_name text not null,
      currency text not null,
      plan bigint[] not null check (cardinality(plan) = 12 and 0 <= all (plan)),
      forecast bigint[] not null check (cardinality(forecast) = 12 and 0 <= all (forecast)),
      moved bigint not null default 0,
      is_placeholder boolean not null,
      note text not null,
      position integer not null,
      version integer not null,
      created_by text not null,
      created_at timestamptz not null,
      changed_by text not null,
      changed_at timestamptz not null,
      removed_at timestamptz
    )`)
  await run(`create index budget_lines_year on budget_lines (year_id)`)
  await run(`
    create table budget_limits (
      id text primary key,
      person_id text not null,
      person_name text not null,
      per_decision bigint not null check (per_decision > 0),
      per_month bigint not null check (per_month >= per_decision),
      kinds text[] not null,
      campaigns text[] not null,
      until_on date not null,
      set_by text not null,
      set_at timestamptz not null,
      ended_at timestamptz
    )`)
  await run(`create unique index budget_limits_person on budget_limits (person_id) where ended_at is null`)
  await run(`
    create table budget_delegations (
      id text primary key,
      from_id text not null,
      from_name text not null,
      to_id text not null check (to_id <> from_id),
      to_name text not null,
      from_on date not null,
      to_on date not null check (to_on >= from_on),
      reason text not null,
      set_by text not null,
      set_at timestamptz not null,
      ended_at timestamptz
    )`)
  await createSpending(run)
  await keepPlan(run)
  await keepDecisions(run)
}

type Run = (text: string) => Promise<unknown>

/** An approved plan is a baseline: no door changes it, not even one of ours. */
async function keepPlan(run: Run): Promise<void> {
  await run(`
    create function budget_plan_is_frozen() returns trigger language plpgsql as $$
    begin
      if (select state from budget_years where id = new.year_id) = 'approved'
        and (case when tg_op = 'INSERT' then exists (select from unnest(new.plan) minor where minor > 0)
          else new.plan is distinct from old.plan end)
      then raise exception 'The plan of this year is approved; its baseline stays as it is.';
      end if;
      return new;
    end $$`)
  await run(`
    create trigger budget_lines_plan before insert or update on budget_lines
    for each row execute function budget_plan_is_frozen()`)
}

async function keepDecisions(run: Run): Promise<void> {
  await run(`
    create function budget_decisions_stay() returns trigger language plpgsql as $$
    begin
      raise exception 'A decision in the log is neither changed nor removed.';
    end $$`)
  await run(`
    create trigger budget_decisions_log before update or delete on budget_decisions
    for each row execute function budget_decisions_stay()`)
}
