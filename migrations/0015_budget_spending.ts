/** Requests, orders, invoices, transfers and the log of decisions. */
export async function createSpending(run: (text: string) => Promise<unknown>): Promise<void> {
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
      ordered_on date,
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
}
