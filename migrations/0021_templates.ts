import { type Kysely, sql } from 'kysely'

export async function templates(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table templates_records (
      id text primary key,
      name text not null,
      version integer not null,
      retired_at timestamptz,
      created_by text not null,
      created_at timestamptz not null
    )`.execute(db)
  await sql`
    create table templates_versions (
      id text primary key,
      template_id text not null references templates_records (id),
      version integer not null,
      definition jsonb not null,
      reason text not null,
      changed_by text not null,
      changed_at timestamptz not null,
      unique (template_id, version)
    )`.execute(db)
  await sql`
    create table templates_plans (
      campaign_id text primary key references campaigns_records (id),
      launch_on date not null,
      template_id text references templates_records (id),
      template_version integer,
      check ((template_id is null) = (template_version is null))
    )`.execute(db)
  await sql`
    create table templates_steps (
      id text primary key,
      campaign_id text not null references templates_plans (campaign_id),
      name text not null,
      days integer not null check (days between 0 and 250),
      after text[] not null,
      owner_id text references identity_people (id),
      due_on date not null,
      position integer not null,
      done_by text,
      done_at timestamptz,
      version integer not null,
      check ((done_by is null) = (done_at is null))
    )`.execute(db)
  await sql`create index templates_steps_campaign on templates_steps (campaign_id)`.execute(db)
  await sql`create table templates_free_days (day date primary key, name text not null)`.execute(db)
}
