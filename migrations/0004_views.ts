import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table views_saved (
      id text primary key,
      owner_id text not null,
      owner_name text not null,
      page text not null,
      name text not null,
      search text not null,
      is_shared boolean not null,
      saved_at timestamptz not null,
      unique (owner_id, page, name)
    )`.execute(db)
  await sql`create index views_saved_page on views_saved (page)`.execute(db)
}
