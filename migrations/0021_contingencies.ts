import { type Kysely, sql } from 'kysely'

export async function contingencies(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table contingencies_plans (
      id text primary key,
      campaign_id text not null references campaigns_records (id),
      name text not null,
      trigger text not null,
      metric text,
      below double precision,
      by_on date,
      plan_b text not null,
      activation text not null,
      owner_id text references identity_people (id),
      rehearse_every integer not null check (rehearse_every > 0),
      cost_minor bigint check (cost_minor >= 0),
      cost_currency text,
      checked_at timestamptz,
      checked_known boolean,
      met_at timestamptz,
      version integer not null,
      created_by text not null,
      created_at timestamptz not null,
      check ((cost_minor is null) = (cost_currency is null)),
      check ((metric is null) = (below is null) and (metric is null) = (by_on is null))
    )`.execute(db)
  await sql`create index contingencies_plans_campaign on contingencies_plans (campaign_id)`.execute(db)
  await sql`
    create table contingencies_rehearsals (
      id text primary key,
      plan_id text not null references contingencies_plans (id),
      rehearsed_on date not null,
      note text not null,
      said_by text not null,
      said_at timestamptz not null
    )`.execute(db)
  await sql`
    create table contingencies_activations (
      id text primary key,
      plan_id text not null references contingencies_plans (id),
      reason text not null,
      activated_by text not null,
      activated_at timestamptz not null,
      ended_by text,
      ended_at timestamptz,
      end_reason text
    )`.execute(db)
  await sql`
    create unique index contingencies_activations_open on contingencies_activations (plan_id)
    where ended_at is null`.execute(db)
}
