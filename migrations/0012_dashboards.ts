import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table dashboards_boards (
      id text primary key,
      name text not null,
      description text not null,
      owner_id text not null,
      owner_name text not null,
      shared_with text not null check (shared_with in ('nobody', 'everybody', 'roles')),
      shared_roles text[] not null,
      tiles json not null,
      version integer not null,
      changed_by text not null,
      changed_at timestamptz not null,
      removed_at timestamptz
    )`.execute(db)
  await sql`create index dashboards_boards_name on dashboards_boards (name) where removed_at is null`.execute(
    db,
  )
}
