import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agenda_feeds (
      id text primary key,
      person_id text not null references identity_people (id),
      name text not null,
      kind text not null check (kind in ('mine', 'board', 'items', 'launches', 'away')),
      board_id text,
      asked jsonb,
      token_hash text not null unique check (token_hash ~ '^[0-9a-f]{64}$'),
      ends_in text not null,
      made_at timestamptz not null,
      used_at timestamptz,
      revoked_at timestamptz
    )`.execute(db)
  await sql`create index agenda_feeds_person on agenda_feeds (person_id)`.execute(db)
  await sql`
    create table agenda_digests (
      person_id text primary key references identity_people (id),
      rhythm text not null check (rhythm in ('off', 'daily', 'weekly')),
      last_rhythm text not null check (last_rhythm in ('daily', 'weekly')),
      hour integer not null check (hour between 0 and 23),
      weekday integer not null check (weekday between 1 and 7),
      changed_at timestamptz not null
    )`.execute(db)
  await sql`
    create table agenda_letters (
      id text primary key,
      person_id text not null references identity_people (id),
      occasion text not null,
      state text not null check (state in ('sending', 'sent', 'empty', 'failed')),
      tries integer not null,
      reason text not null,
      at timestamptz not null,
      unique (person_id, occasion)
    )`.execute(db)
}
