import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table demo_runs (
      id text primary key,
      size text not null,
      until date not null,
      state text not null,
      files integer not null,
      reason text
    )`.execute(db)
}
