import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table files_contents (
      sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'),
      size bigint not null check (size > 0),
      type text not null,
      kept_at timestamptz not null
    )`.execute(db)
  await sql`
    create table files_records (
      id text primary key,
      kind text not null,
      record_id text not null,
      version integer not null check (version > 0),
      is_for_guests boolean not null,
      added_by_id text,
      removed_at timestamptz,
      removed_by text,
      check ((removed_at is null) = (removed_by is null))
    )`.execute(db)
  await sql`create index files_records_record on files_records (kind, record_id)`.execute(db)
  await sql`
    create table files_versions (
      id text primary key,
      file_id text not null references files_records (id),
      number integer not null check (number > 0),
      did text not null check (did in ('added', 'replaced', 'renamed', 'brought-back')),
      name text not null check (octet_length(name) between 1 and 255),
      sha256 text not null references files_contents (sha256),
      by_id text,
      by_name text not null,
      at timestamptz not null,
      unique (file_id, number)
    )`.execute(db)
  await sql`create index files_versions_content on files_versions (sha256)`.execute(db)
  await drafts(db)
}

async function drafts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table files_drafts (
      id text primary key,
      key_hash text not null unique,
      opened_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`
    create table files_draft_files (
      id text primary key,
      draft_id text not null references files_drafts (id),
      name text not null check (octet_length(name) between 1 and 255),
      sha256 text not null references files_contents (sha256),
      at timestamptz not null
    )`.execute(db)
  await sql`create index files_draft_files_draft on files_draft_files (draft_id)`.execute(db)
  await sql`create index files_draft_files_content on files_draft_files (sha256)`.execute(db)
}
