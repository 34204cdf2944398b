import { type Kysely, sql } from 'kysely'

/** What a new organisation can be asked for; open to those who sign in until somebody opens it to everybody. */
const types: [id: string, name: string, purpose: string, itemType: string, minutes: number][] = [
  ['rty_asset', 'Something made', 'A page, a video, an advertisement, a presentation', 'wty_asset', 960],
  ['rty_campaign', 'A campaign', 'Reaching people with an offer', 'wty_campaign', 2400],
  ['rty_report', 'A figure or a list', 'A question about figures, or a list of contacts', 'wty_report', 240],
  ['rty_other', 'Something else', 'Whatever fits nowhere above', 'wty_task', 480],
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table intake_types (
      id text primary key,
      name text not null,
      purpose text not null,
      audience text not null check (audience in ('everybody', 'members', 'team')),
      team_id text references identity_teams (id) on delete set null,
      questions jsonb not null,
      usual_minutes integer check (usual_minutes > 0),
      board_id text references work_boards (id),
      item_type_id text references work_types (id),
      triage_team_id text references identity_teams (id) on delete set null,
      promise_days integer not null check (promise_days between 1 and 60),
      version integer not null,
      retired_at timestamptz
    )`.execute(db)
  await sql`create unique index intake_types_name on intake_types (lower(name)) where retired_at is null`.execute(
    db,
  )
  await sql`
    create table intake_type_versions (
      id text primary key,
      type_id text not null references intake_types (id),
      version integer not null,
      definition jsonb not null,
      reason text not null,
      changed_by text not null,
      changed_at timestamptz not null,
      unique (type_id, version)
    )`.execute(db)
  for (const [id, name, purpose, itemType, minutes] of types)
    await sql`
      insert into intake_types values
        (${id}, ${name}, ${purpose}, 'members', null, '[]', ${minutes}, null, ${itemType}, null, 3, 1, null)`.execute(
      db,
    )
  await requests(db)
  await parts(db)
}

async function requests(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table intake_requests (
      id text primary key,
      number serial not null unique,
      type_id text not null references intake_types (id),
      questions jsonb not null,
      title text not null,
      purpose text not null,
      hurry text not null,
      impact text not null,
      answers jsonb not null,
      wished_on date,
      asker text not null,
      email text not null,
      department text not null,
      asker_id text references identity_people (id),
      wants_mail boolean not null,
      channel text not null check (channel in ('door', 'member', 'mail')),
      state text not null check (state in
        ('open', 'asked', 'deferred', 'consent', 'accepted', 'declined', 'merged', 'withdrawn')),
      is_complete boolean not null,
      outlook jsonb not null,
      received_at timestamptz not null,
      answer_due_on date not null,
      answered_at timestamptz,
      decided_at timestamptz,
      decided_by_id text references identity_people (id),
      decided_by text,
      reason text,
      explanation text,
      alternative text,
      alternative_taken_at timestamptz,
      appealed_at timestamptz,
      deferred_until date,
      merged_into text references intake_requests (id),
      item_id text references work_items (id),
      promised_on date,
      due_on date,
      stage_kind text,
      price jsonb,
      untold_since timestamptz,
      passes integer not null,
      version integer not null
    )`.execute(db)
  await sql`create index intake_requests_state on intake_requests (state, answer_due_on)`.execute(db)
  await sql`create index intake_requests_item on intake_requests (item_id) where item_id is not null`.execute(
    db,
  )
  await sql`create index intake_requests_asker on intake_requests (asker_id) where asker_id is not null`.execute(
    db,
  )
  await sql`create index intake_requests_untold on intake_requests (untold_since) where untold_since is not null`.execute(
    db,
  )
}

async function parts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table intake_entries (
      id text primary key,
      place serial not null,
      request_id text not null references intake_requests (id),
      kind text not null,
      words text not null,
      is_shown boolean not null,
      by_asker boolean not null,
      by_id text,
      by_name text not null,
      at timestamptz not null,
      before jsonb,
      version integer not null
    )`.execute(db)
  await sql`create index intake_entries_request on intake_entries (request_id, place)`.execute(db)
  await sql`
    create table intake_displacements (
      id text primary key,
      request_id text not null references intake_requests (id),
      item_id text not null references work_items (id),
      owner_id text not null references identity_people (id),
      was_due_on date,
      due_on date not null,
      state text not null check (state in ('asked', 'accepted', 'refused', 'dropped')),
      terms jsonb not null,
      words text not null,
      asked_by_id text references identity_people (id),
      asked_by text not null,
      asked_at timestamptz not null,
      answered_at timestamptz,
      reason text
    )`.execute(db)
  await sql`create unique index intake_displacements_open on intake_displacements (request_id) where state = 'asked'`.execute(
    db,
  )
  await sql`create index intake_displacements_owner on intake_displacements (owner_id) where state = 'asked'`.execute(
    db,
  )
}
