import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'

const people = `
  create table identity_organisation (
    id text primary key check (id = 'organisation'),
    name text not null,
    currency text not null,
    time_zone text not null,
    fiscal_start_month integer not null check (fiscal_start_month between 1 and 12),
    week_start integer not null check (week_start between 0 and 6),
    fiscal_pattern text not null,
    founded_at timestamptz not null
  );
  create table identity_people (
    id text primary key,
    name text not null,
    email text not null unique,
    title text not null,
    company text,
    manager_id text references identity_people (id),
    time_zone text,
    joined_at timestamptz,
    disabled_at timestamptz,
    created_at timestamptz not null
  );
  create table identity_roles (
    id text primary key,
    name text not null unique,
    summary text not null,
    permissions text[],
    reports_to text[] not null,
    position integer not null,
    version integer not null
  );
  create table identity_person_roles (
    person_id text not null references identity_people (id),
    role_id text not null references identity_roles (id),
    primary key (person_id, role_id)
  );
  create table identity_teams (
    id text primary key,
    name text not null unique,
    purpose text not null,
    lead_id text references identity_people (id)
  );
  create table identity_team_members (
    team_id text not null references identity_teams (id) on delete cascade,
    person_id text not null references identity_people (id),
    primary key (team_id, person_id)
  );
  create table identity_areas (
    id text primary key,
    name text not null unique,
    position integer not null
  );
  create table identity_area_roles (
    area_id text not null references identity_areas (id) on delete cascade,
    role_id text not null references identity_roles (id),
    part text not null check (part in ('lead', 'consulted', 'informed')),
    primary key (area_id, role_id)
  )`

const access = `
  create table identity_users (
    id text primary key references identity_people (id),
    name text not null,
    email text not null unique,
    email_verified boolean not null,
    image text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create table identity_sessions (
    id text primary key,
    user_id text not null references identity_users (id) on delete cascade,
    token text not null unique,
    ip_address text,
    user_agent text,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create index identity_sessions_user on identity_sessions (user_id);
  create table identity_accounts (
    id text primary key,
    user_id text not null references identity_users (id) on delete cascade,
    account_id text not null,
    provider_id text not null,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password_hash text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (provider_id, account_id)
  );
  create table identity_verifications (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create table identity_links (
    id text primary key,
    person_id text not null references identity_people (id),
    purpose text not null check (purpose in ('invite', 'reset')),
    token_hash text not null unique,
    made_by text not null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  );
  create index identity_links_person on identity_links (person_id);
  create table identity_reset_wishes (
    person_id text primary key references identity_people (id),
    asked_at timestamptz not null
  );
  create table identity_keys (
    id text primary key,
    person_id text not null references identity_people (id),
    name text not null,
    prefix text not null,
    key_hash text not null unique,
    scopes text[] not null,
    made_at timestamptz not null,
    expires_at timestamptz,
    last_used_at timestamptz,
    revoked_at timestamptz
  );
  create table identity_secrets (
    name text primary key,
    secret text not null
  )`

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [people, access].join(';').split(';')) await sql.raw(statement).execute(db)
  const secret = randomBytes(48).toString('base64url')
  await sql`insert into identity_secrets (name, secret) values ('session', ${secret})`.execute(db)
}
