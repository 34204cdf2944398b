import { type Kysely, sql } from 'kysely'
import { contingencies } from './0021_contingencies.ts'
import { templates } from './0021_templates.ts'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table fields_definitions (
      id text primary key,
      kind text not null,
      label text not null,
      type text not null check (type in
        ('text', 'long', 'number', 'money', 'day', 'yesno', 'one', 'several', 'person', 'link')),
      help text not null,
      required_from text not null check (required_from in ('never', 'draft', 'approval')),
      options jsonb not null,
      position integer not null,
      retired_at timestamptz,
      version integer not null,
      created_by text not null,
      created_at timestamptz not null
    )`.execute(db)
  await sql`
    create unique index fields_definitions_label on fields_definitions (kind, lower(label))
    where retired_at is null`.execute(db)
  await briefsHoldFields(db)
  await templates(db)
  await contingencies(db)
}

/** Every brief names its fields from here on; one written before has none filled in, which changes nothing it says. */
async function briefsHoldFields(db: Kysely<unknown>): Promise<void> {
  for (const table of ['campaigns_records', 'campaigns_versions', 'campaigns_changes']) {
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(db)
    await sql`update ${sql.table(table)} set brief = brief || '{"fields": {}}' where not brief ? 'fields'`.execute(
      db,
    )
    await sql`alter table ${sql.table(table)} enable trigger user`.execute(db)
  }
}
