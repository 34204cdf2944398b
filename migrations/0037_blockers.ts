import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

const statements = [
  `create table blockers_records (
    id text primary key,
    item_id text not null references work_items (id),
    reason text not null,
    cause text not null check (cause in ('approval', 'material', 'decision', 'access', 'capacity', 'technical', 'other')),
    kind text not null check (kind in ('internal', 'external')),
    party_kind text not null check (party_kind in ('team', 'department', 'agency', 'vendor', 'client')),
    party_id text,
    party text not null,
    owner_id text not null references identity_people (id),
    owner_name text not null,
    since_at timestamptz not null,
    expected_on date,
    workaround text not null,
    escalated_to_id text references identity_people (id), escalated_to text, escalated_at timestamptz,
    escalation text not null,
    reminded_at timestamptz,
    ended_at timestamptz, ended_by text, ended_with text,
    made_by_id text, made_by text not null, made_at timestamptz not null,
    version integer not null,
    check (ended_at is null or ended_at >= since_at)
  )`,
  // Two who block an item on the same party at once write it down once.
  `create unique index blockers_records_open on blockers_records (item_id, party_kind, lower(party)) where ended_at is null`,
  `create index blockers_records_item on blockers_records (item_id)`,
  `create index blockers_records_times on blockers_records (since_at, ended_at)`,
  `create table blockers_answers (
    id text primary key,
    blocker_id text not null references blockers_records (id),
    text text not null,
    expected_on date,
    by_id text, by_name text not null, is_guest boolean not null,
    at timestamptz not null
  )`,
  `create index blockers_answers_blocker on blockers_answers (blocker_id, at)`,
]
