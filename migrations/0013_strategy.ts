import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table strategy_kpis (
      id text primary key,
      name text not null,
      definition jsonb not null,
      from_on text not null,
      to_on text not null,
      baseline double precision not null,
      target double precision not null,
      path_kind text not null check (path_kind in ('straight', 'seasonal', 'custom')),
      path jsonb not null,
      band double precision not null,
      weight double precision not null check (weight > 0),
      owner_id text not null,
      owner_name text not null,
      boss_id text not null,
      boss_name text not null,
      above_id text not null,
      above_name text not null,
      decision text not null,
      why text not null,
      lead jsonb,
      supersedes_id text references strategy_kpis (id),
      proposed_by_id text,
      proposed_by text not null,
      proposed_at timestamptz not null,
      state text not null check (state in ('open', 'signed', 'withdrawn', 'superseded')),
      withdrawn_by text,
      withdrawn_at timestamptz,
      reason text,
      check (from_on <= to_on),
      check (owner_id <> boss_id and owner_id <> above_id and boss_id <> above_id)
    )`.execute(db)
  await sql`create unique index strategy_kpis_successor on strategy_kpis (supersedes_id) where state in ('open', 'signed')`.execute(
    db,
  )
  await sql`
    create table strategy_signatures (
      id text primary key,
      kpi_id text not null references strategy_kpis (id),
      role text not null check (role in ('boss', 'above')),
      person_id text not null,
      name text not null,
      note text not null,
      signed_at timestamptz not null,
      unique (kpi_id, role),
      unique (kpi_id, person_id)
    )`.execute(db)
  await sql`
    create table strategy_values (
      id text primary key,
      kpi_id text not null references strategy_kpis (id),
      month_on text not null,
      value double precision not null,
      note text not null,
      kept_by text not null,
      kept_at timestamptz not null,
      unique (kpi_id, month_on)
    )`.execute(db)
  await sql`
    create table strategy_goals (
      id text primary key,
      name text not null,
      level text not null check (level in ('objective', 'goal', 'initiative')),
      description text not null,
      from_on text not null,
      to_on text not null,
      owner_id text,
      owner_name text,
      weight double precision not null check (weight > 0),
      state text not null check (state in ('open', 'done', 'dropped')),
      typed_share double precision check (typed_share between 0 and 1),
      typed_note text,
      typed_by text,
      typed_at timestamptz,
      version integer not null,
      changed_by text not null,
      changed_at timestamptz not null,
      check (from_on <= to_on)
    )`.execute(db)
  for (const table of visionTables) await sql.raw(table).execute(db)
  await lockTerms(db)
}

const visionTables = [
  `create table strategy_visions (
    id text primary key,
    is_only boolean not null default true unique check (is_only),
    version integer not null
  )`,
  `create table strategy_vision_versions (
    id text primary key,
    vision_id text not null references strategy_visions (id),
    version integer not null,
    title text not null,
    summary text not null,
    body jsonb not null,
    principles jsonb not null,
    reason text not null,
    saved_by_id text, saved_by text not null,
    saved_at timestamptz not null,
    unique (vision_id, version)
  )`,
  `create table strategy_remarks (
    id text primary key,
    vision_id text not null references strategy_visions (id),
    version integer not null,
    kind text not null check (kind in ('comment', 'suggestion')),
    quote text not null,
    text text not null,
    replacement text,
    state text not null check (state in ('open', 'accepted', 'declined', 'resolved')),
    by_id text, by_name text not null,
    made_at timestamptz not null,
    answer text, answered_by text, answered_at timestamptz
  )`,
  `create table strategy_buyins (
    id text primary key,
    vision_id text not null references strategy_visions (id),
    version integer not null,
    person_id text not null,
    name text not null, title text not null, note text not null,
    given_at timestamptz not null,
    unique (vision_id, version, person_id)
  )`,
  `create table strategy_steps (
    id text primary key,
    vision_id text not null references strategy_visions (id),
    what text not null,
    owner_id text, owner_name text, due_on text, done_on text,
    removed_at timestamptz,
    added_at timestamptz not null
  )`,
]

/** Whichever door a change comes through, the terms of an agreement stay as they were signed. */
async function lockTerms(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function strategy_keep_terms() returns trigger language plpgsql as $$
    begin
      if tg_op = 'TRUNCATE' or tg_op = 'DELETE' then
        raise exception 'A KPI agreement is never deleted; withdraw or supersede it.' using errcode = 'integrity_constraint_violation';
      end if;
      if (to_jsonb(new) - array['state', 'withdrawn_by', 'withdrawn_at', 'reason'])
         is distinct from (to_jsonb(old) - array['state', 'withdrawn_by', 'withdrawn_at', 'reason']) then
        raise exception 'The terms of the KPI agreement % cannot be changed; supersede it with a new one.', old.id using errcode = 'integrity_constraint_violation';
      end if;
      if new.state <> old.state and not (
        (old.state = 'open' and new.state = 'withdrawn')
        or (old.state = 'open' and new.state = 'signed'
            and (select count(*) from strategy_signatures where kpi_id = old.id) = 2)
        or (old.state = 'signed' and new.state = 'superseded'
            and exists (select from strategy_kpis where supersedes_id = old.id and state = 'signed'))
      ) then
        raise exception 'The KPI agreement % is %; it cannot become % like that.', old.id, old.state, new.state using errcode = 'integrity_constraint_violation';
      end if;
      if old.state <> 'open' and (new.withdrawn_by, new.withdrawn_at, new.reason)
         is distinct from (old.withdrawn_by, old.withdrawn_at, old.reason) then
        raise exception 'The KPI agreement % is % and stays as it is.', old.id, old.state using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create function strategy_keep_signature() returns trigger language plpgsql as $$
    begin
      if tg_op <> 'INSERT' then
        raise exception 'A signature cannot be changed or taken back.' using errcode = 'integrity_constraint_violation';
      end if;
      if not exists (
        select from strategy_kpis k where k.id = new.kpi_id and k.state = 'open'
          and new.person_id = case new.role when 'boss' then k.boss_id else k.above_id end
      ) then
        raise exception 'The KPI agreement % is not open to be signed by %.', new.kpi_id, new.person_id using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$`.execute(db)
  await sql`
    create function strategy_born_open() returns trigger language plpgsql as $$
    begin
      if new.state <> 'open' then
        raise exception 'A KPI agreement begins open; it is signed by signatures.' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$`.execute(db)
  for (const statement of triggers) await sql.raw(statement).execute(db)
}

const triggers = [
  `create trigger strategy_kpis_born before insert on strategy_kpis for each row execute function strategy_born_open()`,
  `create trigger strategy_kpis_kept before update or delete on strategy_kpis for each row execute function strategy_keep_terms()`,
  `create trigger strategy_kpis_all before truncate on strategy_kpis for each statement execute function strategy_keep_terms()`,
  `create trigger strategy_signatures_kept before insert or update or delete on strategy_signatures for each row execute function strategy_keep_signature()`,
  `create trigger strategy_signatures_all before truncate on strategy_signatures for each statement execute function strategy_keep_signature()`,
]
