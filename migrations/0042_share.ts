import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table share_targets (
      id text primary key,
      version integer not null unique,
      target jsonb not null,
      reason text not null,
      changed_at timestamptz not null,
      changed_by text not null
    )`.execute(db)
}
