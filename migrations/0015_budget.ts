import { type Kysely, sql } from 'kysely'

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
  await run(`
    create table budget_requests (
      id text primary key,
      line_id text not null references budget_lines,
      kind text not null check (kind in ('standard', 'blanket')),
      supplier text not null,
      what text not null,
      reason text not null,
      minor bigint not null check (minor > 0),
      currency text not null,
      due_on date not null,
      rate_minor bigint check (rate_minor > 0),
      rate_unit text not null,
      state text not null check (state in ('waiting', 'approved', 'refused', 'withdrawn')),
      requested_by_id text not null,
      requested_by text not null,
      requested_at timestamptz not null,
      escalated_by text,
      escalated_by_id text,
      escalated_at timestamptz,
      escalation text,
      decided_by_id text,
      decided_by text,
      decided_at timestamptz,
      decision text,
      check (decided_by_id is null or decided_by_id <> requested_by_id or state = 'withdrawn')
    )`)
  await run(`
    create table budget_orders (
      id text primary key,
      number text not null unique,
      line_id text not null references budget_lines,
      request_id text not null unique references budget_requests,
      kind text not null check (kind in ('standard', 'blanket')),
      supplier text not null,
      what text not null,
      minor bigint not null check (minor > 0),
      currency text not null,
      line_minor bigint not null check (line_minor >= 0),
      released bigint not null check (released >= 0 and released <= minor),
      ordered bigint not null check (ordered >= 0),
      due_on date not null,
      rate_minor bigint,
      rate_unit text not null,
      owner_id text not null,
      owner_name text not null,
      state text not null check (state in ('open', 'closed')),
      opened_on date not null,
      opened_by text not null,
      opened_at timestamptz not null,
      closed_by text,
      closed_at timestamptz,
      closing text,
      check (kind = 'blanket' or ordered = line_minor)
    )`)
  await run(`create index budget_orders_line on budget_orders (line_id)`)
  await run(`
    create table budget_releases (
      id text primary key,
      order_id text not null references budget_orders,
      minor bigint not null check (minor > 0),
      line_minor bigint not null check (line_minor >= 0),
      note text not null,
      released_on date not null,
      released_by text not null,
      released_at timestamptz not null
    )`)
  await run(`
    create table budget_invoices (
      id text primary key,
      line_id text not null references budget_lines,
      order_id text references budget_orders,
      supplier text not null,
      number text not null,
      minor bigint not null check (minor > 0),
      currency text not null,
      line_minor bigint not null check (line_minor >= 0),
      invoiced_on date not null,
      starts_on date not null,
      ends_on date not null check (ends_on >= starts_on),
      over bigint not null check (over >= 0),
      note text not null,
      state text not null check (state in ('booked', 'void')),
      booked_by_id text not null,
      booked_by text not null,
      booked_at timestamptz not null,
      voided_by text,
      voided_at timestamptz,
      voiding text
    )`)
  await run(`create index budget_invoices_line on budget_invoices (line_id)`)
  await run(
    `create unique index budget_invoices_once on budget_invoices (supplier, number) where state = 'booked'`,
  )
  await run(`
    create table budget_transfers (
      id text primary key,
      from_id text not null references budget_lines,
      to_id text not null references budget_lines check (to_id <> from_id),
      minor bigint not null check (minor > 0),
      to_minor bigint not null check (to_minor > 0),
      reason text not null,
      moved_by_id text not null,
      moved_by text not null,
      moved_at timestamptz not null
    )`)
  await run(`
    create table budget_decisions (
      id text primary key,
      seq bigint generated always as identity,
      verdict text not null check (verdict in ('approved', 'refused', 'escalated', 'withdrawn', 'moved')),
      subject text not null,
      line_id text not null references budget_lines,
      what text not null,
      minor bigint not null,
      currency text not null,
      own_minor bigint not null,
      decided_by_id text not null,
      decided_by text not null,
      authority_id text,
      authority text not null,
      reason text not null,
      evidence json not null,
      decided_on date not null,
      decided_at timestamptz not null
    )`)
  await run(`create index budget_decisions_authority on budget_decisions (authority_id, decided_on)`)
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
        and (case when tg_op = 'INSERT' then 0 < any (new.plan) else new.plan is distinct from old.plan end)
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
