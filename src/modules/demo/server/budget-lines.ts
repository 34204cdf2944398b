import type { Asked } from '../../../kernel/contract.ts'
import type { budget } from '../../budget/contract.ts'

type Line = Asked<typeof budget.addLines>['lines'][number] & { name: string }

/** What the demo company planned, in cents of the size `small`; months from the first of its fiscal year. */
export function plannedLines(year: number, scaled: (minor: number) => number): Line[] {
  const even = (minor: number) => Array.from({ length: 12 }, () => scaled(minor))
  const at = (months: Record<number, number>) =>
    Array.from({ length: 12 }, (_, month) => scaled(months[month] ?? 0))
  const under = (area: string, programme: string, campaign = '') => ({ area, programme, campaign })
  const expo = `FieldForward Expo ${year}`
  const nordic = `Nordic Operations Days ${year}`
  return [
    {
      ...under('Demand', 'Search', 'Always-on search'),
      name: 'Search media',
      kind: 'media',
      channel: 'Paid search',
      plan: even(3_800_000),
    },
    {
      ...under('Demand', 'Search', 'Always-on search'),
      name: 'Search and social retainer',
      kind: 'agency',
      channel: 'Paid search',
      plan: even(1_450_000),
    },
    {
      ...under('Demand', 'Social', 'Technician shortage'),
      name: 'LinkedIn',
      kind: 'media',
      channel: 'Paid social',
      plan: even(2_200_000),
    },
    {
      ...under('Demand', 'Social', 'Technician shortage'),
      name: 'Survey of technicians',
      kind: 'other',
      channel: 'Content syndication',
      plan: at({ 1: 900_000, 3: 600_000 }),
    },
    {
      ...under('Demand', 'Webinars'),
      name: 'Webinar platform',
      kind: 'tool',
      channel: 'Webinar',
      plan: even(190_000),
    },
    {
      ...under('Demand', 'Webinars'),
      name: 'Speakers',
      kind: 'event',
      channel: 'Webinar',
      plan: at({ 2: 450_000, 5: 450_000, 8: 450_000, 11: 450_000 }),
    },
    {
      ...under('Brand', 'Events', expo),
      name: 'Stand space',
      kind: 'event',
      channel: 'Events',
      plan: at({ 1: 3_500_000, 3: 2_400_000 }),
    },
    {
      ...under('Brand', 'Events', expo),
      name: 'Stand build',
      kind: 'agency',
      channel: 'Events',
      plan: at({ 2: 3_100_000, 4: 5_900_000 }),
    },
    {
      ...under('Brand', 'Events', expo),
      name: 'Travel',
      kind: 'event',
      channel: 'Events',
      plan: at({ 4: 1_800_000 }),
    },
    {
      ...under('Brand', 'Events', nordic),
      name: 'Stand in Malmö',
      kind: 'event',
      channel: 'Events',
      currency: 'EUR',
      plan: at({ 2: 2_600_000, 9: 900_000 }),
    },
    {
      ...under('Brand', 'Content', 'Buyer’s guide'),
      name: 'Print and design',
      kind: 'agency',
      channel: 'Content syndication',
      plan: even(300_000),
    },
    {
      ...under('Brand', 'Content', 'Buyer’s guide'),
      name: 'Syndication',
      kind: 'media',
      channel: 'Content syndication',
      plan: even(710_000),
    },
    {
      ...under('Brand', 'Content'),
      name: 'Customer film',
      kind: 'agency',
      isPlaceholder: true,
      purpose: 'advocacy',
      note: 'Reserved until the reference customer has agreed.',
      plan: at({ 7: 2_500_000, 8: 2_500_000 }),
    },
    { ...under('Operations', 'Stack'), name: 'Marketing automation', kind: 'tool', plan: even(640_000) },
    {
      ...under('Operations', 'Stack'),
      name: 'Enrichment of contacts',
      kind: 'tool',
      plan: at({ 0: 1_400_000, 6: 1_400_000 }),
    },
    {
      ...under('Operations', 'Skills'),
      name: 'Courses and certificates',
      kind: 'other',
      plan: at({ 2: 600_000, 8: 600_000 }),
    },
    { ...under('Team', 'Positions'), name: 'Marketing team', kind: 'people', plan: even(5_400_000) },
    {
      ...under('Team', 'Positions'),
      name: 'Content designer, open position',
      kind: 'people',
      plan: at({ 6: 680_000, 7: 680_000, 8: 680_000, 9: 680_000, 10: 680_000, 11: 680_000 }),
    },
  ]
}
