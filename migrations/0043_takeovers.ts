import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  // Checklists of other tools have names; lines without are of the item’s own.
  await sql`alter table work_items add column lists text[] not null default '{}'`.execute(db)
  await sql`alter table work_checks add column list text not null default ''`.execute(db)
  await sql`
    create table takeovers_files (
      id text primary key,
      file_name text not null,
      file_hash text not null,
      source text not null,
      name text not null,
      draft jsonb not null,
      understanding jsonb not null,
      state text not null check (state in ('ready', 'landed', 'undone')),
      board_id text,
      made_board boolean not null default false,
      receipt jsonb,
      version integer not null,
      made_by_id text,
      made_by text not null,
      made_at timestamptz not null,
      landed_at timestamptz,
      undone_at timestamptz
    )`.execute(db)
  // What came of which row: by it a second import knows an item again, and an undo finds it.
  await sql`
    create table takeovers_items (
      import_id text not null references takeovers_files (id),
      source text not null,
      key text not null,
      item_id text not null,
      path text,
      people text[] not null,
      happened jsonb not null,
      primary key (import_id, key)
    )`.execute(db)
  await sql`create index takeovers_items_item on takeovers_items (item_id)`.execute(db)
  await sql`create index takeovers_items_key on takeovers_items (source, key)`.execute(db)
}
