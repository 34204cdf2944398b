import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...questions, ...guides, ...tickets]) await sql.raw(statement).execute(db)
  const secret = randomBytes(32).toString('base64url')
  await sql`insert into kernel_secrets (name, secret) values ('signing', ${secret})`.execute(db)
}

const questions = [
  `create table answers_questions (
    id text primary key,
    text text not null,
    root_id text not null,
    merged_into text references answers_questions (id),
    merged_by text, merged_at timestamptz,
    version integer not null,
    published_version integer, published_at timestamptz,
    audience text not null check (audience in ('members', 'everybody')),
    owner_id text, owner_name text,
    review_on text,
    made_at timestamptz not null,
    check ((merged_into is null) = (root_id = id))
  )`,
  `create index answers_questions_root on answers_questions (root_id)`,
  `create table answers_occasions (
    id text primary key,
    question_id text not null references answers_questions (id),
    words text not null,
    channel text not null check (channel in ('product', 'mail', 'chat', 'call', 'meeting', 'form')),
    asked_by_id text, asked_by text not null,
    asked_on text not null,
    noted_by_id text, noted_by text not null,
    noted_at timestamptz not null,
    cause text not null,
    about_kind text, about_id text,
    is_helped boolean not null,
    taken_back_at timestamptz,
    check ((about_kind is null) = (about_id is null))
  )`,
  `create index answers_occasions_question on answers_occasions (question_id)`,
  `create index answers_occasions_day on answers_occasions (asked_on)`,
  `create table answers_versions (
    id text primary key,
    question_id text not null references answers_questions (id),
    version integer not null,
    question text not null,
    body text not null,
    audience text not null check (audience in ('members', 'everybody')),
    reason text not null,
    saved_by_id text, saved_by text not null,
    saved_at timestamptz not null,
    unique (question_id, version)
  )`,
  `create table answers_verdicts (
    id text primary key,
    question_id text not null references answers_questions (id),
    version integer not null,
    is_helped boolean not null,
    person_id text,
    given_on text not null,
    given_at timestamptz not null,
    unique (question_id, version, person_id)
  )`,
  `create table answers_reads (
    id text primary key,
    question_id text not null references answers_questions (id),
    version integer not null,
    person_id text not null, name text not null,
    read_at timestamptz not null,
    unique (question_id, version, person_id)
  )`,
  `create table answers_assumptions (
    id text primary key,
    version integer not null unique,
    assumption jsonb not null,
    reason text not null,
    changed_at timestamptz not null,
    changed_by text not null
  )`,
]

const guides = [
  `create table answers_guides (
    id text primary key,
    title text not null,
    summary text not null,
    body text not null,
    phase text not null check (phase in ('planning', 'execution', 'reflection')),
    owner_id text, owner_name text,
    review_on text,
    version integer not null,
    changed_by text not null, changed_at timestamptz not null,
    retired_at timestamptz
  )`,
  `create unique index answers_guides_title on answers_guides (lower(title)) where retired_at is null`,
  `create table answers_guide_versions (
    id text primary key,
    guide_id text not null references answers_guides (id),
    version integer not null,
    title text not null,
    summary text not null,
    body text not null,
    reason text not null,
    saved_by text not null,
    saved_at timestamptz not null,
    unique (guide_id, version)
  )`,
  `create table answers_guide_ties (
    id text primary key,
    guide_id text not null references answers_guides (id),
    kind text not null,
    record_id text not null,
    unique (guide_id, kind, record_id)
  )`,
  `create index answers_guide_ties_record on answers_guide_ties (kind, record_id)`,
]

/** What public forms have taken: each ticket once, and what was sent by whom, as hashes. */
const tickets = [
  `create table kernel_form_tickets (
    id text primary key,
    form text not null,
    content_hash text not null,
    address_hash text not null,
    spent_at timestamptz not null
  )`,
  `create index kernel_form_tickets_spent on kernel_form_tickets (spent_at)`,
  `create table kernel_secrets (name text primary key, secret text not null)`,
]
