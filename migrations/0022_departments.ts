import { type Kysely, sql } from 'kysely'
import { carryComments } from './0022_departments_comments.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...threads, ...pages, ...asks, ...questionnaires])
    await sql.raw(statement).execute(db)
  await carryComments(db)
}

const threads = [
  `create table threads_comments (
    id text primary key,
    kind text not null,
    record_id text not null,
    reply_to text references threads_comments (id),
    by_id text, by_name text not null,
    made_at timestamptz not null,
    version integer not null,
    resolved_at timestamptz, resolved_by text,
    removed_at timestamptz
  )`,
  `create index threads_comments_record on threads_comments (kind, record_id, made_at)`,
  `create index threads_comments_replies on threads_comments (reply_to)`,
  `create table threads_texts (
    id text primary key,
    comment_id text not null references threads_comments (id),
    version integer not null,
    text text not null,
    mentions jsonb not null,
    written_at timestamptz not null,
    unique (comment_id, version)
  )`,
  `create table threads_watchers (
    id text primary key,
    kind text not null,
    record_id text not null,
    person_id text not null,
    is_watching boolean not null,
    seen_at timestamptz not null,
    unique (kind, record_id, person_id)
  )`,
]

const pages = [
  `create table departments_pages (
    id text primary key,
    name text not null,
    version integer not null,
    owner_id text, owner_name text,
    closed_at timestamptz
  )`,
  `create unique index departments_pages_name on departments_pages (lower(name)) where closed_at is null`,
  `create table departments_people (
    id text primary key,
    page_id text not null references departments_pages (id),
    person_id text not null,
    name text not null,
    unique (page_id, person_id)
  )`,
  `create table departments_versions (
    id text primary key,
    page_id text not null references departments_pages (id),
    version integer not null,
    summary text not null,
    doing jsonb not null,
    meaning jsonb not null,
    needs jsonb not null,
    ties jsonb not null,
    reason text not null,
    saved_by_id text, saved_by text not null,
    saved_at timestamptz not null,
    unique (page_id, version)
  )`,
  `create table departments_reads (
    id text primary key,
    page_id text not null references departments_pages (id),
    version integer not null,
    person_id text not null,
    name text not null,
    read_at timestamptz not null,
    unique (page_id, version, person_id)
  )`,
  `create table departments_links (
    id text primary key,
    page_id text not null references departments_pages (id),
    token_hash text not null unique,
    label text not null,
    has_figures boolean not null,
    made_by text not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz, revoked_by text,
    visits integer not null,
    visited_at timestamptz
  )`,
]

const asks = [
  `create table departments_asks (
    id text primary key,
    page_id text not null references departments_pages (id),
    what text not null,
    why text not null,
    minor bigint check (minor > 0),
    currency text,
    kpi_id text,
    size text check (size in ('S', 'M', 'L', 'XL')),
    rank integer not null,
    due_on text not null,
    asked_by_id text, asked_by text not null,
    asked_at timestamptz not null,
    of_id text, of_name text,
    state text not null check (state in ('asked', 'accepted', 'declined', 'done', 'withdrawn')),
    reason text,
    answered_by text, answered_at timestamptz,
    reminded_on text,
    version integer not null,
    check ((minor is null) = (currency is null)),
    check (state <> 'declined' or reason <> '')
  )`,
  `create index departments_asks_page on departments_asks (page_id, rank)`,
]

const questionnaires = [
  `create table questionnaire_sets (
    id text primary key,
    version integer not null unique,
    questions jsonb not null,
    reason text not null,
    changed_at timestamptz not null,
    changed_by text not null
  )`,
  `create table questionnaire_rounds (
    id text primary key,
    client text not null,
    page_id text,
    quarter_on text not null,
    set_version integer not null,
    person_id text not null, person_name text not null,
    due_on text not null,
    asked_by_id text, asked_by text not null,
    asked_at timestamptz not null,
    submitted_at timestamptz,
    reminded_on text,
    version integer not null
  )`,
  `create unique index questionnaire_rounds_once on questionnaire_rounds (lower(client), quarter_on)`,
  `create table questionnaire_answers (
    id text primary key,
    round_id text not null references questionnaire_rounds (id),
    question text not null,
    version integer not null,
    by_name text not null,
    at timestamptz not null,
    unique (round_id, question)
  )`,
  `create table questionnaire_texts (
    id text primary key,
    answer_id text not null references questionnaire_answers (id),
    version integer not null,
    text text not null,
    by_name text not null,
    at timestamptz not null,
    unique (answer_id, version)
  )`,
  `create table questionnaire_goals (
    id text primary key,
    round_id text not null references questionnaire_rounds (id),
    question text not null,
    goal_id text not null,
    made_by text not null,
    made_at timestamptz not null
  )`,
]
