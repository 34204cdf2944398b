import type { Actor } from '../../../kernel/actor.ts'
import type { App } from '../../../kernel/app.ts'
import { perform } from '../../../kernel/perform.ts'
import { type Day, periodOf, previousPeriod } from '../../../methods/fiscal.ts'
import { directory } from '../../identity/server/index.ts'
import { demoPeople, organisation } from '../../imports/server/index.ts'
import { signing } from '../../signing/contract.ts'

/** Somebody of the demo company, who acts under their own name. */
async function actorOf(app: App, role: string): Promise<Actor> {
  const known = demoPeople.find((person) => person.roles.includes(role))
  const { rows } = await directory(app.db)
  const person = [...rows.values()].find((one) => one.email === known?.email)
  if (!person) throw new Error(`The demo company has nobody of the role “${role}”.`)
  return { kind: 'person', id: person.id, personId: person.id, name: person.name, permissions: 'all' }
}

/** The last quarter is signed by both; the running one waits for them. */
export async function signTheQuarter(app: App, until: Day): Promise<void> {
  const { calendar } = await organisation(app.db)
  const running = periodOf(until, 'quarter', calendar)
  const last = previousPeriod(running, calendar)
  const ask = async (role: string, key: string) => ({
    actor: await actorOf(app, role),
    via: 'job',
    idempotencyKey: `demo-signing-${key}`,
  })
  const propose = async ({ startsOn: from, endsOn: to }: typeof last, note: string) =>
    perform(
      app,
      signing.propose,
      { from, to, model: 'w', costs: 'full', note },
      await ask('Analytics director', from),
    )

  const { id } = await propose(last, 'The basis of the quarter’s review.')
  const leila = await ask('Sales operations', `${id}-sales`)
  await perform(app, signing.sign, { id, note: 'Agreed with the regional leads.' }, leila)
  await perform(app, signing.sign, { id }, await ask('Finance', `${id}-finance`))
  await propose(running, 'The same basis as the quarter before.')
}
