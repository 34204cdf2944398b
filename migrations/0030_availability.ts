import { type Kysely, sql } from 'kysely'

const people = [
  `create table availability_people (
    person_id text primary key references identity_people,
    country text,
    region text,
    starts_on date,
    ends_on date,
    version integer not null,
    changed_by text not null,
    changed_at timestamptz not null,
    check (country is not null or region is null),
    check (ends_on >= starts_on)
  )`,
  `create table availability_weeks (
    id text primary key,
    person_id text references identity_people,
    from_on date not null,
    minutes integer[] not null check (cardinality(minutes) = 7),
    focus_percent integer not null check (focus_percent between 0 and 100),
    reason text not null,
    version integer not null,
    changed_by text not null,
    changed_at timestamptz not null,
    removed_at timestamptz
  )`,
  `create unique index availability_weeks_from on availability_weeks (coalesce(person_id, ''), from_on)
    where removed_at is null`,
  `create table availability_duties (
    id text primary key,
    person_id text not null references identity_people,
    kind text not null check (kind in ('meetings', 'support', 'lines', 'other')),
    minutes integer not null check (minutes between 1 and 10080),
    from_on date not null,
    to_on date check (to_on >= from_on),
    reason text not null,
    version integer not null,
    changed_by text not null,
    changed_at timestamptz not null,
    removed_at timestamptz
  )`,
  'create index availability_duties_person on availability_duties (person_id)',
  `create table availability_leave (
    id text primary key,
    person_id text not null references identity_people,
    kind text not null check (kind in ('holiday', 'sick', 'parental', 'training', 'other')),
    from_on date not null,
    to_on date not null check (to_on >= from_on),
    starts_half boolean not null,
    ends_half boolean not null,
    note text not null,
    stand_in_id text references identity_people check (stand_in_id <> person_id),
    state text not null check (state in ('waiting', 'approved', 'declined', 'withdrawn')),
    asked_by_id text,
    asked_by text not null,
    asked_at timestamptz not null,
    decided_by_id text,
    decided_by text,
    decided_at timestamptz,
    decision text,
    version integer not null,
    check (from_on < to_on or not (starts_half and ends_half)),
    check ((decided_by is null) = (state = 'waiting'))
  )`,
  'create index availability_leave_person on availability_leave (person_id, to_on)',
  'create index availability_leave_days on availability_leave (to_on, from_on)',
]

const skillsAndHubs = [
  `create table availability_skills (
    id text primary key,
    name text not null,
    changed_at timestamptz not null,
    removed_at timestamptz
  )`,
  `create unique index availability_skills_name on availability_skills (lower(name)) where removed_at is null`,
  `create table availability_levels (
    id text primary key,
    person_id text not null references identity_people,
    skill_id text not null references availability_skills,
    stated integer not null check (stated between 0 and 4),
    confirmed integer check (confirmed between 0 and 4),
    confirmed_by text,
    confirmed_at timestamptz,
    version integer not null,
    unique (person_id, skill_id)
  )`,
  `create table availability_hubs (
    id text primary key,
    name text not null,
    purpose text not null,
    region text not null,
    scale text not null check (scale in ('department', 'enterprise')),
    lead_id text references identity_people,
    version integer not null,
    changed_by text not null,
    changed_at timestamptz not null,
    removed_at timestamptz
  )`,
  `create unique index availability_hubs_name on availability_hubs (lower(name)) where removed_at is null`,
  `create table availability_hub_people (
    hub_id text not null references availability_hubs,
    person_id text not null references identity_people,
    primary key (hub_id, person_id)
  )`,
  `create table availability_hub_teams (
    hub_id text not null references availability_hubs,
    team_id text not null references identity_teams on delete cascade,
    primary key (hub_id, team_id)
  )`,
]

const freeDays = [
  `create table availability_holidays (
    id text primary key,
    country text not null,
    region text not null,
    day date not null,
    name text not null,
    is_off boolean not null,
    changed_by text not null,
    changed_at timestamptz not null,
    unique (country, region, day)
  )`,
  'alter table templates_free_days rename to availability_free_days',
]

/** Who works when: weeks, holidays, leave, other duties, skills, hubs. Free days move here from the templates. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...people, ...skillsAndHubs, ...freeDays]) await sql.raw(statement).execute(db)
}
