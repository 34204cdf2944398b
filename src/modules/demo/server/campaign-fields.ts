import type { Asked } from '../../../kernel/contract.ts'
import { type Field, fields } from '../../fields/contract.ts'
import type { Brief } from './campaign-briefs.ts'
import type { Firm } from './people.ts'

type Defined = Omit<Asked<typeof fields.define>, 'kind'>

/** What Brindlemoor asks of its campaigns besides the brief. */
const defined: Defined[] = [
  {
    label: 'Region',
    type: 'several',
    help: 'Where the audience sits.',
    requiredFrom: 'approval',
    options: ['North America', 'Europe', 'Asia-Pacific'].map((label) => ({ label })),
  },
  {
    label: 'Buying stage',
    type: 'one',
    options: ['Problem', 'Comparison', 'Decision'].map((label) => ({ label })),
  },
  { label: 'Sales contact', type: 'person', help: 'Who takes up what comes in.' },
  { label: 'Event page', type: 'link' },
  { label: 'Discount at most', type: 'money', help: 'What sales may give away in all.' },
]

/** Regions by the beginning of a campaign’s name; the others sell everywhere. */
const regions: [string, string[]][] = [
  ['FieldForward Expo', ['North America']],
  ['Operations leaders', ['Europe']],
  ['Customer voices', ['North America', 'Europe']],
]

/** Defines the fields, and answers what the brief of a campaign says of them. */
export async function defineFields({ as, id }: Firm) {
  const made: Field[] = []
  for (const one of defined) made.push(await as('imogen')(fields.define, { ...one, kind: 'campaign' }))
  await as('imogen')(fields.define, { kind: 'programme', label: 'Sponsor', type: 'person' })
  const [region, stage, contact, page, discount] = made
  const choices = (field: (typeof made)[number] | undefined, labels: string[]) =>
    field?.options.filter((one) => labels.includes(one.label)).map((one) => one.id) ?? []
  return (name: string): NonNullable<Brief['fields']> => {
    const own = regions.find(([beginning]) => name.startsWith(beginning))?.[1]
    return {
      [region!.id]: choices(region, own ?? ['North America', 'Europe', 'Asia-Pacific']),
      [stage!.id]: choices(stage, [name.startsWith('Competitor') ? 'Comparison' : 'Problem'])[0] ?? null,
      [contact!.id]: id('leila'),
      ...(name.startsWith('FieldForward Expo')
        ? {
            [page!.id]: 'https://www.brindlemoor.example/expo',
            [discount!.id]: { minor: 1_500_000, currency: 'USD' },
          }
        : {}),
    }
  }
}
