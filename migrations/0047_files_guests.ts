import { type Kysely, sql } from 'kysely'

/** Guests read a file from the version at which it was shown to them; what was open to them before stays open. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table files_records
    add column guests_from integer not null default 1 check (guests_from > 0),
    add column guests_to integer`.execute(db)
}
