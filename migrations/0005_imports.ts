import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table imports_files (
      id text primary key,
      name text not null,
      sha256 text not null,
      size bigint not null,
      path text not null,
      uploaded_at timestamptz not null,
      uploaded_by text not null
    )`.execute(db)
  await sql`
    create table imports_imports (
      id text primary key,
      file_id text not null references imports_files (id),
      position integer not null,
      sheet text,
      status text not null,
      source text,
      title text not null,
      reason text,
      objects text[] not null,
      rows bigint not null,
      batch integer unique,
      mapping jsonb,
      inspection jsonb not null,
      counts jsonb,
      notes jsonb not null,
      created_at timestamptz not null,
      landed_at timestamptz,
      created_by text not null
    )`.execute(db)
  await sql`create index imports_imports_status on imports_imports (status, created_at desc)`.execute(db)
  await sql`create index imports_files_sha256 on imports_files (sha256)`.execute(db)
  await sql`create sequence imports_batch as integer`.execute(db)
  await sql`
    create table imports_mappings (
      id text primary key,
      name text not null unique,
      headings text[] not null,
      mapping jsonb not null,
      saved_at timestamptz not null,
      saved_by text not null
    )`.execute(db)
  await sql`
    create table imports_vocabulary (
      id text primary key,
      kind text not null,
      raw text not null,
      value text not null,
      unique (kind, raw)
    )`.execute(db)
  await sql`
    create table imports_attestations (
      id text primary key,
      source text not null,
      from_on date not null,
      to_on date not null,
      words text not null,
      attested_at timestamptz not null,
      attested_by text not null
    )`.execute(db)
}
