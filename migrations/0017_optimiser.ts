import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table optimiser_fits (
      id text primary key,
      metric text not null,
      state text not null check (state in ('running', 'done', 'stopped', 'failed')),
      draws integer not null,
      done integer not null,
      signature text not null,
      result json,
      reason text,
      asked_at timestamptz not null,
      asked_by text not null
    )`.execute(db)
  await sql`create index optimiser_fits_metric on optimiser_fits (metric, asked_at)`.execute(db)
  await sql`create unique index optimiser_fits_running on optimiser_fits (metric) where state = 'running'`.execute(
    db,
  )
}
