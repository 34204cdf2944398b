import type { App } from '../../../kernel/app.ts'
import { agenda } from '../../agenda/contract.ts'
import { peopleOf } from './people.ts'

/** Calendars that people of the demo company subscribed to, and when their digest comes. */
export async function writeAgenda(app: App): Promise<void> {
  const firm = await peopleOf(app, 'agenda')
  await firm.as('imogen')(agenda.addFeed, { name: 'Launches', kind: 'launches' })
  await firm.as('imogen')(agenda.addFeed, { name: 'My work', kind: 'mine' })
  await firm.as('rafael')(agenda.addFeed, { name: 'My work', kind: 'mine' })
  await firm.as('imogen')(agenda.chooseDigest, { rhythm: 'weekly', hour: 8, weekday: 1 })
  await firm.as('rafael')(agenda.chooseDigest, { rhythm: 'daily', hour: 7, weekday: 1 })
}
