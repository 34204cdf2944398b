import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  await run(`
    create table scenarios_records (
      id text primary key,
      year_id text not null references budget_years,
      name text not null check (name <> ''),
      why text not null,
      state text not null check (state in ('open', 'adopted')),
      version integer not null,
      made_by_id text not null,
      made_by text not null,
      made_at timestamptz not null,
      changed_by text not null,
      changed_at timestamptz not null,
      adopted_by text,
      adopted_at timestamptz,
      adoption json,
      removed_at timestamptz,
      check ((state = 'adopted') = (adopted_at is not null)),
      check ((state = 'adopted') = (adoption is not null))
    )`)
  await run(`create index scenarios_records_year on scenarios_records (year_id)`)
  await run(`
    create table scenarios_lines (
      id text primary key,
      scenario_id text not null references scenarios_records,
      line_id text references budget_lines,
      seen_version integer,
      area text not null,
      programme text not null,
      campaign text not null,
      name text not null check (name <> ''),
      kind text not null check (kind in ('media', 'agency', 'tool', 'people', 'event', 'other')),
      channel text not null,
      currency text not null,
      base bigint[] not null check (cardinality(base) = 12 and 0 <= all (base)),
      months bigint[] not null check (cardinality(months) = 12 and 0 <= all (months)),
      is_dropped boolean not null,
      position integer not null,
      version integer not null,
      check ((line_id is null) = (seen_version is null)),
      unique (scenario_id, line_id)
    )`)
  await keepDecisionsWhole(run)
  await createCases(run)
}

type Run = (text: string) => Promise<unknown>

/** A scenario that is adopted is a decision on each line that it changes, and so is taking it back. */
async function keepDecisionsWhole(run: Run): Promise<void> {
  await run(`alter table budget_decisions drop constraint budget_decisions_verdict_check`)
  await run(`
    alter table budget_decisions add constraint budget_decisions_verdict_check
    check (verdict in ('approved', 'refused', 'escalated', 'withdrawn', 'moved', 'adopted', 'taken back'))`)
}

async function createCases(run: Run): Promise<void> {
  await run(`
    create table cases_bars (
      id text primary key,
      version integer not null unique,
      bar json not null,
      reason text not null,
      changed_at timestamptz not null,
      changed_by text not null
    )`)
  await run(`
    create table cases_records (
      id text primary key,
      name text not null check (name <> ''),
      version integer not null,
      made_by_id text not null,
      made_by text not null,
      made_at timestamptz not null,
      removed_at timestamptz
    )`)
  await run(`
    create table cases_versions (
      case_id text not null references cases_records,
      version integer not null,
      name text not null,
      body json not null,
      reason text not null,
      changed_by text not null,
      changed_at timestamptz not null,
      primary key (case_id, version)
    )`)
  await run(`
    create table cases_remarks (
      id text primary key,
      case_id text not null,
      version integer not null,
      verdict text not null check (verdict in ('supports', 'objects', 'notes')),
      role text not null,
      says text not null,
      by_id text not null,
      by_name text not null,
      said_at timestamptz not null,
      foreign key (case_id, version) references cases_versions (case_id, version)
    )`)
  await run(`create index cases_remarks_case on cases_remarks (case_id)`)
  await run(`
    create function cases_stay() returns trigger language plpgsql as $$
    begin
      raise exception 'What was said of a case, and each of its versions, stays as it was.';
    end $$`)
  for (const table of ['cases_versions', 'cases_remarks'])
    await run(`
      create trigger ${table}_stay before update or delete on ${table}
      for each row execute function cases_stay()`)
}
