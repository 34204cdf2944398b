import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table activity_notices (
      id text primary key,
      person_id text not null references identity_people (id),
      title text not null,
      why text not null,
      link text not null,
      at timestamptz not null,
      read_at timestamptz
    )`.execute(db)
  await sql`create index activity_notices_person on activity_notices (person_id, at desc)`.execute(db)
  await sql`create index kernel_events_actor on kernel_events (actor_id, seq)`.execute(db)
  await sql`create index kernel_events_at on kernel_events (at)`.execute(db)
}
