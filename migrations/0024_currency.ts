import { type Kysely, sql } from 'kysely'

/** Limits and decisions say in which currency they are: an organisation may change its own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const run = (text: string) => sql.raw(text).execute(db)
  const found = await sql<{ currency: string }>`select currency from identity_organisation`.execute(db)
  const currency = found.rows[0]?.currency ?? 'USD'
  if (!/^[A-Z]{3}$/.test(currency)) throw new Error(`The organisation’s currency is “${currency}”.`)
  // The default of the moment fills what is there without a change, which the decision log does not take.
  for (const [table, column] of [
    ['budget_limits', 'currency'],
    ['budget_decisions', 'own_currency'],
  ]) {
    await run(`alter table ${table} add column ${column} text not null default '${currency}'`)
    await run(`alter table ${table} alter column ${column} drop default`)
  }
}
