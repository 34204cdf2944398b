import { type Kysely, sql } from 'kysely'

export async function agencies(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table agencies_records (
      id text primary key,
      name text not null,
      note text not null,
      from_on date not null,
      until_on date check (until_on >= from_on),
      version integer not null,
      created_by text not null,
      created_at timestamptz not null
    )`.execute(db)
  await sql`create unique index agencies_records_name on agencies_records (lower(name))`.execute(db)
  await sql`
    create table agencies_rates (
      id text primary key,
      agency_id text not null references agencies_records (id),
      what text not null,
      unit text not null,
      minor bigint not null check (minor >= 0),
      currency text not null,
      position integer not null
    )`.execute(db)
  await sql`
    create table agencies_people (
      person_id text primary key references identity_people (id),
      agency_id text not null references agencies_records (id)
    )`.execute(db)
  await sql`
    create table agencies_suppliers (
      supplier text primary key,
      agency_id text not null references agencies_records (id)
    )`.execute(db)
  await sql`
    create table agencies_campaigns (
      agency_id text not null references agencies_records (id),
      campaign_id text not null references campaigns_records (id),
      given_by text not null,
      given_at timestamptz not null,
      ended_at timestamptz,
      primary key (agency_id, campaign_id)
    )`.execute(db)
  await sql`
    create table agencies_deliverables (
      id text primary key,
      agency_id text not null,
      campaign_id text not null,
      what text not null,
      note text not null,
      due_on date not null,
      version integer not null,
      created_by text not null,
      created_at timestamptz not null,
      foreign key (agency_id, campaign_id) references agencies_campaigns (agency_id, campaign_id)
    )`.execute(db)
  await sql`create index agencies_deliverables_agency on agencies_deliverables (agency_id)`.execute(db)
  await sql`
    create table agencies_deliveries (
      id text primary key,
      deliverable_id text not null references agencies_deliverables (id),
      delivered_on date not null,
      link text not null,
      note text not null,
      delivered_by_id text references identity_people (id),
      delivered_by text not null,
      delivered_at timestamptz not null,
      verdict text not null check (verdict in ('waiting', 'accepted', 'sent-back')),
      reason text not null,
      decided_by text,
      decided_at timestamptz,
      check ((verdict = 'waiting') = (decided_by is null)),
      check (verdict <> 'sent-back' or reason <> '')
    )`.execute(db)
  await sql`
    create unique index agencies_deliveries_open on agencies_deliveries (deliverable_id)
    where verdict <> 'sent-back'`.execute(db)
}
