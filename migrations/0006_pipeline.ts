import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table pipeline_stage_sets (
      id text primary key,
      version integer not null unique,
      stages jsonb not null,
      reason text not null,
      changed_at timestamptz not null,
      changed_by text not null
    )`.execute(db)
  await sql`
    create table pipeline_disputes (
      id text primary key,
      lead_id text not null,
      reason text not null,
      disputed_by text not null,
      disputed_at timestamptz not null,
      answer text,
      verdict text,
      answered_by text,
      answered_at timestamptz
    )`.execute(db)
  await sql`create index pipeline_disputes_lead on pipeline_disputes (lead_id)`.execute(db)
  await sql`
    create table quality_acceptances (
      id text primary key,
      finding text not null unique,
      title text not null,
      reason text not null,
      accepted_by text not null,
      accepted_at timestamptz not null
    )`.execute(db)
}
