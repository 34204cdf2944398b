import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table trace_links (
      id text primary key,
      child_kind text not null,
      child_id text not null,
      parent_kind text not null,
      parent_id text not null,
      linked_by text not null,
      linked_at timestamptz not null,
      unique (child_kind, child_id),
      check (child_kind <> parent_kind or child_id <> parent_id)
    )`.execute(db)
  await sql`create index trace_links_parent on trace_links (parent_kind, parent_id)`.execute(db)
}
