import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table attribution_settings (
      id text primary key,
      version integer not null unique,
      settings jsonb not null,
      reason text not null,
      changed_at timestamptz not null,
      changed_by text not null
    )`.execute(db)
  await sql`
    create table attribution_runs (
      id text primary key,
      resamples integer not null,
      done integer not null,
      state text not null,
      signature text not null,
      intervals jsonb,
      reason text,
      asked_at timestamptz not null,
      asked_by text not null
    )`.execute(db)
}
