import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table signing_agreements (
      id text primary key,
      from_on date not null,
      to_on date not null check (to_on >= from_on),
      model text not null,
      settings_version integer not null,
      costs text not null check (costs in ('media', 'full')),
      figures jsonb,
      note text not null,
      state text not null check (state in ('open', 'signed', 'withdrawn', 'superseded')),
      supersedes_id text references signing_agreements (id),
      proposed_by_id text references identity_people (id),
      proposed_by text not null,
      proposed_at timestamptz not null,
      withdrawn_by text,
      withdrawn_at timestamptz,
      reason text
    )`.execute(db)
  await sql`
    create unique index signing_agreements_standing on signing_agreements (from_on, to_on, state)
    where state in ('open', 'signed')`.execute(db)
  await sql`
    create table signing_signatures (
      id text primary key,
      agreement_id text not null references signing_agreements (id),
      role text not null check (role in ('sales-operations', 'finance')),
      person_id text not null references identity_people (id),
      name text not null,
      note text not null,
      signed_at timestamptz not null,
      unique (agreement_id, role),
      unique (agreement_id, person_id)
    )`.execute(db)
  await sql`
    create table whiteboard_boards (
      id text primary key,
      owner_id text not null,
      owner_name text not null,
      name text not null,
      metric text,
      currency text not null,
      options jsonb not null,
      is_shared boolean not null,
      saved_at timestamptz not null,
      removed_at timestamptz
    )`.execute(db)
}
