import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table kernel_events (
      seq bigint generated always as identity primary key,
      id text not null unique,
      at timestamptz not null,
      type text not null,
      subject text not null,
      actor_kind text not null,
      actor_id text not null,
      actor_name text not null,
      via text not null,
      request text not null,
      payload jsonb not null,
      changes jsonb not null,
      xid xid8 not null default pg_current_xact_id()
    )`.execute(db)
  await sql`create index kernel_events_subject on kernel_events (subject, seq)`.execute(db)
  await sql`create index kernel_events_xid on kernel_events (xid)`.execute(db)
  await sql`create index kernel_events_type on kernel_events (type, seq)`.execute(db)
  await sql`
    create table kernel_seals (
      position bigint primary key,
      event_seq bigint not null unique references kernel_events (seq),
      hash text not null,
      previous text not null,
      sealed_at timestamptz not null default now()
    )`.execute(db)
  await sql`
    create function kernel_append_only() returns trigger language plpgsql as $$
    begin
      raise exception 'The audit trail is append-only: % on % is refused', tg_op, tg_table_name;
    end $$`.execute(db)
  for (const table of ['kernel_events', 'kernel_seals']) {
    await sql`create trigger append_only before update or delete on ${sql.table(table)}
      for each row execute function kernel_append_only()`.execute(db)
    await sql`create trigger append_only_truncate before truncate on ${sql.table(table)}
      for each statement execute function kernel_append_only()`.execute(db)
  }
  await sql`
    create table kernel_idempotency (
      actor_id text not null,
      key text not null,
      route text not null,
      input_hash text not null,
      answer jsonb not null,
      at timestamptz not null,
      primary key (actor_id, key)
    )`.execute(db)
}
