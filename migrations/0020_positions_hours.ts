/** What positions delivered, the hours they give by month, and what is kept of drift. */
export async function createHours(run: (text: string) => Promise<unknown>): Promise<void> {
  await run(`
    create table positions_deliverables (
      id text primary key,
      position_id text not null references positions_records,
      what text not null check (what <> ''),
      due_on date not null,
      delivered_on date,
      minutes integer not null check (minutes >= 0),
      evidence text not null,
      value text not null,
      version integer not null,
      changed_by text not null,
      changed_at timestamptz not null,
      removed_at timestamptz
    )`)
  await run('create index positions_deliverables_position on positions_deliverables (position_id)')
  await run(`
    create table positions_hours (
      id text primary key,
      position_id text not null references positions_records,
      kind text not null check (kind in ('goal', 'campaign', 'budget-line')),
      target_id text not null,
      month_on date not null,
      minutes integer not null check (minutes between 0 and 44640),
      share_points integer check (share_points between 0 and 100000),
      changed_by text not null,
      changed_at timestamptz not null,
      unique (position_id, kind, target_id, month_on)
    )`)
  await run('create index positions_hours_target on positions_hours (kind, target_id)')
  await run('create index positions_hours_month on positions_hours (month_on)')
  await run(`
    create table drift_weeks (
      week_on date primary key,
      figures jsonb not null,
      kept_by text not null,
      kept_at timestamptz not null
    )`)
  await run(`
    create table drift_reviews (
      id text primary key,
      kind text not null,
      record_id text not null,
      vision_version integer not null,
      reviewed_by text not null,
      reviewed_at timestamptz not null,
      unique (kind, record_id, vision_version)
    )`)
}
