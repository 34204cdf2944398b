import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table load_agreements (
      id text primary key,
      version integer not null unique,
      agreement jsonb not null,
      reason text not null,
      changed_at timestamptz not null,
      changed_by text not null
    )`.execute(db)
  await sql`
    create table load_signals (
      id text primary key,
      person_id text not null references identity_people (id),
      kind text not null check (kind in ('overload', 'evenings', 'no-leave')),
      words text not null,
      noticed_at timestamptz not null,
      shared_at timestamptz,
      ended_at timestamptz
    )`.execute(db)
  await sql`create unique index load_signals_open on load_signals (person_id, kind) where ended_at is null`.execute(
    db,
  )
}
