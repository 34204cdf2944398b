import type { App } from '../../../kernel/app.ts'
import { type Day, periodOf, previousPeriod } from '../../../methods/fiscal.ts'
import { demoPeople, organisation } from '../../imports/server/index.ts'
import { signing } from '../../signing/contract.ts'
import { peopleOf } from './people.ts'

/** Who of the demo company holds a role, by the first part of their address. */
function holderOf(role: string): string {
  const known = demoPeople.find((person) => person.roles.includes(role))
  if (!known) throw new Error(`The demo company has nobody of the role “${role}”.`)
  return known.email.split('@')[0]!
}

/** The last quarter is signed by both; the running one waits for them. */
export async function signTheQuarter(app: App, until: Day): Promise<void> {
  const { calendar } = await organisation(app.db)
  const running = periodOf(until, 'quarter', calendar)
  const last = previousPeriod(running, calendar)
  const { as } = await peopleOf(app, 'signing')
  const propose = ({ startsOn: from, endsOn: to }: typeof last, note: string) =>
    as(holderOf('Analytics director'))(signing.propose, { from, to, model: 'w', costs: 'full', note })

  const { id } = await propose(last, 'The basis of the quarter’s review.')
  const leila = as(holderOf('Sales operations'))
  await leila(signing.sign, { id, note: 'Agreed with the regional leads.' })
  await as(holderOf('Finance'))(signing.sign, { id })
  await propose(running, 'The same basis as the quarter before.')
}
