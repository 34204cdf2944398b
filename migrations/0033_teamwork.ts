import { type Kysely, sql } from 'kysely'
import { checkIns, directory, people } from './0033_teamwork_people.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...teams, ...reviews, ...people, ...checkIns, ...directory])
    await sql.raw(statement).execute(db)
}

const teams = [
  `create table teamwork_agreements (
    id text primary key,
    team_id text not null, team_name text not null,
    version integer not null,
    rules jsonb not null,
    reason text not null,
    saved_by_id text, saved_by text not null,
    saved_at timestamptz not null,
    unique (team_id, version)
  )`,
  `create table teamwork_yeses (
    id text primary key,
    team_id text not null,
    version integer not null,
    person_id text not null, person_name text not null,
    said_at timestamptz not null,
    unique (team_id, version, person_id)
  )`,
  `create table teamwork_commitments (
    id text primary key,
    team_id text not null, team_name text not null,
    what text not null,
    by_id text not null, by_name text not null,
    due_on text not null,
    state text not null check (state in ('open', 'kept', 'broken', 'renegotiated')),
    why text,
    settled_on text, settled_by text,
    instead_of_id text references teamwork_commitments (id),
    made_on text not null, made_by text not null,
    version integer not null,
    check ((state = 'open') = (settled_on is null)),
    check (state not in ('broken', 'renegotiated') or why <> '')
  )`,
  `create index teamwork_commitments_team on teamwork_commitments (team_id, due_on)`,
  `create table teamwork_wins (
    id text primary key,
    to_id text, to_name text,
    team_id text, team_name text,
    what text not null,
    hand_id text,
    by_id text, by_name text not null,
    said_on text not null,
    check (to_id is not null or team_id is not null)
  )`,
  `create table teamwork_incentives (
    id text primary key,
    behaviour text not null,
    what text not null,
    owner_id text, owner_name text,
    since_on text not null,
    effect text,
    effect_on text,
    ended_on text,
    version integer not null
  )`,
]

const reviews = [
  `create table teamwork_reviews (
    id text primary key,
    title text not null,
    happened_on text not null,
    happened text not null,
    timeline jsonb not null,
    expected text not null,
    allowed text not null,
    is_own boolean not null,
    opened_by_id text, opened_by text not null,
    opened_at timestamptz not null,
    due_on text not null,
    state text not null check (state in ('open', 'closed')),
    why_none text,
    closed_at timestamptz,
    version integer not null
  )`,
  `create table teamwork_improvements (
    id text primary key,
    review_id text references teamwork_reviews (id),
    what text not null,
    why text not null,
    owner_id text not null, owner_name text not null,
    metric text,
    measure text not null,
    unit text not null,
    before_value double precision, before_on text, before_from text,
    why_none text,
    due_on text not null,
    after_value double precision, after_on text, after_from text,
    state text not null check (state in ('idea', 'running', 'adopted', 'dropped')),
    reason text,
    made_by text not null,
    made_at timestamptz not null,
    version integer not null
  )`,
  `create index teamwork_improvements_review on teamwork_improvements (review_id)`,
  `create table teamwork_lessons (
    id text primary key,
    owner_id text not null, owner_name text not null,
    team_id text, team_name text,
    current_id text not null,
    made_at timestamptz not null,
    version integer not null,
    removed_at timestamptz
  )`,
  `create table teamwork_lesson_texts (
    id text primary key,
    lesson_id text not null references teamwork_lessons (id),
    what text not null,
    recall text not null,
    tags jsonb not null,
    written_at timestamptz not null
  )`,
]
