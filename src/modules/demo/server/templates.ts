import type { App } from '../../../kernel/app.ts'
import type { Asked } from '../../../kernel/contract.ts'
import { addDays, type Day } from '../../../methods/fiscal.ts'
import { availability } from '../../availability/contract.ts'
import { campaigns } from '../../campaigns/contract.ts'
import { fields } from '../../fields/contract.ts'
import { templates } from '../../templates/contract.ts'
import { opportunities } from './campaign-briefs.ts'
import { type Firm, peopleOf } from './people.ts'

type Definition = Asked<typeof templates.add>['definition']

const brief: Definition['brief'] = {
  audience: 'Heads of operations who asked for something in the last year',
  exclusions: 'Customers in renewal, competitors',
  message: 'What the first hour of the day decides',
  offer: 'The recording and the worksheet',
  channels: ['Webinar', 'Email'],
  demand: opportunities(12),
}

const webinar = ({ id }: Firm, region: Record<string, string[]>): Definition => ({
  runs: 28,
  brief: { ...brief, fields: region },
  tactics: [{ name: 'Follow-up by sales', begins: 2, runs: 14, brief: { ...brief, channels: ['Email'] } }],
  steps: [
    { key: 'speaker', name: 'Win the speaker', days: 5, ownerId: id('rafael') },
    { key: 'story', name: 'Write story and slides', days: 8, after: ['speaker'], ownerId: id('bram') },
    { key: 'page', name: 'Build the registration page', days: 3, after: ['speaker'], ownerId: id('bram') },
    { key: 'legal', name: 'Consent text read by legal', days: 2, after: ['page'], ownerId: id('chidi') },
    { key: 'invite', name: 'Invitations out', days: 1, after: ['legal'], ownerId: id('rafael') },
    { key: 'rehearsal', name: 'Rehearsal', days: 1, after: ['story'], ownerId: id('rafael') },
    { key: 'ready', name: 'Ready to go on air', days: 0, after: ['invite', 'rehearsal'] },
  ],
})

/** A template of how Brindlemoor does webinars, one on its way with its first steps done, and one that is too late. */
export async function writeTemplates(app: App, until: Day): Promise<void> {
  const firm = await peopleOf(app, 'templates')
  const rafael = firm.as('rafael')
  for (const [day, name] of [
    [`${until.slice(0, 4)}-12-25`, 'Christmas Day'],
    [`${Number(until.slice(0, 4)) + 1}-01-01`, 'New Year’s Day'],
  ] as const)
    await rafael(availability.addFreeDay, { day, name })
  const { items } = await rafael(fields.list, { kind: 'campaign' })
  const region = items.find((one) => one.label === 'Region')
  const europe = region?.options.find((one) => one.label === 'Europe')
  const own = region && europe ? { [region.id]: [europe.id] } : {}
  const made = await rafael(templates.add, { name: 'Webinar', definition: webinar(firm, own) })

  const parentId = (await rafael(campaigns.list, { search: 'Field service demand' })).items[0]?.id ?? null
  const start = (name: string, launchOn: Day) =>
    rafael(templates.start, {
      ...{ id: made.id, version: made.version, name, launchOn, parentId, ownerId: firm.id('rafael') },
    })
  const { id } = await start('The first hour: webinar', addDays(until, 35))
  const plan = await rafael(templates.plan, { id })
  const speaker = plan.steps.find((one) => one.name === 'Win the speaker')
  if (speaker) await rafael(templates.finish, { id: speaker.id })
  await start('Winter readiness: webinar', addDays(until, 12))
}
