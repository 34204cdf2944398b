export const people = [
  `create table teamwork_hands (
    id text primary key,
    kind text not null check (kind in ('ask', 'offer')),
    what text not null,
    skills jsonb not null,
    hours double precision not null check (hours > 0),
    until_on text not null,
    by_id text not null, by_name text not null,
    made_at timestamptz not null,
    state text not null check (state in ('open', 'taken', 'done', 'withdrawn')),
    taken_by_id text, taken_by text, taken_at timestamptz,
    done_on text,
    spent_hours double precision check (spent_hours >= 0),
    thanks text,
    version integer not null,
    check (taken_by_id is null or taken_by_id <> by_id)
  )`,
  `create table teamwork_nudges (
    id text primary key,
    hand_id text not null references teamwork_hands (id),
    person_id text not null,
    nudged_at timestamptz not null,
    unique (hand_id, person_id)
  )`,
  `create table teamwork_feedback (
    id text primary key,
    from_id text not null, from_name text not null,
    to_id text not null, to_name text not null,
    happened_on text not null,
    given_on text not null,
    given_at timestamptz not null,
    check (from_id <> to_id)
  )`,
  `create index teamwork_feedback_people on teamwork_feedback (to_id, from_id)`,
  `create table teamwork_feedback_texts (
    id text primary key,
    feedback_id text not null references teamwork_feedback (id) on delete cascade,
    part text not null check (part in ('given', 'answer')),
    about text,
    situation text, behaviour text, effect text, next text,
    answer text,
    written_at timestamptz not null,
    unique (feedback_id, part)
  )`,
  `create table teamwork_delegations (
    id text primary key,
    person_id text not null, person_name text not null,
    leader_id text not null, leader_name text not null,
    work text not null,
    level integer not null check (level between 1 and 7),
    words text not null,
    proposed_by_id text not null,
    proposed_on text not null,
    agreed_on text,
    looked_on text,
    ended_on text,
    version integer not null,
    check (person_id <> leader_id)
  )`,
  `create index teamwork_delegations_person on teamwork_delegations (person_id, leader_id)`,
  `create table teamwork_work_types (id text primary key, name text not null)`,
  `create unique index teamwork_work_types_name on teamwork_work_types (lower(name))`,
  `create table teamwork_prompts (
    id text primary key,
    version integer not null unique,
    sets jsonb not null,
    reason text not null,
    changed_at timestamptz not null,
    changed_by text not null
  )`,
]

export const checkIns = [
  `create table teamwork_series (
    id text primary key,
    name text not null,
    kind text not null check (kind in ('executive', 'team', 'one-to-one')),
    every text not null check (every in ('week', 'fortnight', 'month')),
    owner_id text not null, owner_name text not null,
    ended_on text,
    version integer not null
  )`,
  `create table teamwork_series_people (
    id text primary key,
    series_id text not null references teamwork_series (id),
    person_id text not null, person_name text not null,
    is_guest boolean not null,
    unique (series_id, person_id)
  )`,
  `create table teamwork_check_ins (
    id text primary key,
    series_id text not null references teamwork_series (id),
    on_day text not null,
    state text not null check (state in ('planned', 'held', 'missed')),
    closed_at timestamptz, closed_by text
  )`,
  `create unique index teamwork_check_ins_next on teamwork_check_ins (series_id) where state = 'planned'`,
  `create table teamwork_points (
    id text primary key,
    series_id text not null references teamwork_series (id),
    check_in_id text not null references teamwork_check_ins (id),
    stage text not null check (stage in ('agenda', 'discussed', 'decided', 'done')),
    current_id text not null,
    source text, link text, need text,
    owner_id text, owner_name text,
    due_on text,
    carried integer not null,
    made_by_id text, made_by text not null,
    made_at timestamptz not null,
    removed_at timestamptz,
    version integer not null
  )`,
  `create index teamwork_points_series on teamwork_points (series_id)`,
  `create table teamwork_point_texts (
    id text primary key,
    point_id text not null references teamwork_points (id),
    what text not null,
    said text not null,
    written_at timestamptz not null, written_by text not null
  )`,
]

export const directory = [
  `create table departments_contacts (
    id text primary key,
    page_id text not null references departments_pages (id),
    what text not null,
    person_id text, person_name text not null,
    deputy_id text, deputy_name text,
    channel text not null,
    response_hours integer not null check (response_hours > 0),
    time_zone text not null,
    removed_at timestamptz,
    version integer not null
  )`,
  `create index departments_contacts_page on departments_contacts (page_id)`,
]
