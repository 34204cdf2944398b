import { type Kysely, sql } from 'kysely'
import { agencies } from './0023_agencies.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table launches_records (
      id text primary key,
      name text not null,
      tier integer not null check (tier between 1 and 3),
      products text[] not null,
      owner_id text not null references identity_people (id),
      launch_on date not null,
      announce_on date check (announce_on <= launch_on),
      note text not null,
      state text not null check (state in ('planned', 'confirmed', 'launched', 'called-off')),
      called_off text,
      version integer not null,
      created_by text not null,
      created_at timestamptz not null,
      check ((state = 'called-off') = (called_off is not null))
    )`.execute(db)
  await sql`
    create table launches_campaigns (
      launch_id text not null references launches_records (id),
      campaign_id text not null references campaigns_records (id),
      fits_on date not null,
      starts_on date not null,
      linked_by text not null,
      linked_at timestamptz not null,
      primary key (launch_id, campaign_id)
    )`.execute(db)
  await sql`create index launches_campaigns_campaign on launches_campaigns (campaign_id)`.execute(db)
  await sql`
    create table launches_moves (
      id text primary key,
      launch_id text not null references launches_records (id),
      version integer not null,
      from_on date not null,
      to_on date not null,
      announce_from date,
      announce_to date,
      reason text not null,
      moved_by text not null,
      moved_at timestamptz not null,
      undone_by text,
      undone_at timestamptz
    )`.execute(db)
  await sql`create index launches_moves_launch on launches_moves (launch_id)`.execute(db)
  await agencies(db)
}
