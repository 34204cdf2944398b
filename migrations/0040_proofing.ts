import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table proofing_proofs (
      id text primary key,
      file_id text not null references files_records (id),
      kind text not null,
      record_id text not null,
      round integer not null check (round > 0),
      number integer not null check (number > 0),
      state text not null check (state in ('open', 'decided', 'withdrawn')),
      verdict text check (verdict in ('approved', 'with-changes', 'sent-back')),
      opened_by_id text not null,
      opened_by text not null,
      opened_at timestamptz not null,
      check ((state = 'decided') <= (verdict is not null))
    )`.execute(db)
  await sql`create index proofing_proofs_record on proofing_proofs (kind, record_id)`.execute(db)
  await sql`create unique index proofing_proofs_open on proofing_proofs (file_id) where state = 'open'`.execute(
    db,
  )
  await sql`
    create table proofing_rounds (
      id text primary key,
      proof_id text not null references proofing_proofs (id),
      round integer not null,
      number integer not null,
      unique (proof_id, round)
    )`.execute(db)
  await sql`
    create table proofing_votes (
      id text primary key,
      proof_id text not null references proofing_proofs (id),
      round integer not null,
      stage integer not null,
      stage_name text not null,
      rule text not null check (rule in ('all', 'one')),
      due_on date not null,
      place integer not null,
      person_id text not null references identity_people (id),
      verdict text check (verdict in ('approved', 'with-changes', 'sent-back')),
      reason text not null,
      decided_at timestamptz,
      unique (proof_id, round, stage, person_id)
    )`.execute(db)
  await sql`
    create table proofing_pins (
      id text primary key,
      proof_id text not null references proofing_proofs (id),
      number integer not null,
      round integer not null,
      page integer not null,
      x double precision not null check (x between 0 and 1),
      y double precision not null check (y between 0 and 1),
      settled_at timestamptz,
      settled_by text,
      unique (proof_id, number)
    )`.execute(db)
  await sql`
    create table proofing_words (
      id text primary key,
      pin_id text not null references proofing_pins (id),
      words text not null,
      by_id text not null,
      by_name text not null,
      at timestamptz not null
    )`.execute(db)
  await sql`create index proofing_words_pin on proofing_words (pin_id)`.execute(db)
}
