import { Day, Money } from '../../../ui/format/Values.tsx'
import type { Column, Sort } from '../../../ui/list/columns.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import type { Opportunity } from '../contract.ts'

const tones = { open: 'info', won: 'good', lost: 'bad' } as const
const words = { open: 'Open', won: 'Won', lost: 'Lost' }

export const OutcomeBadge = ({ outcome }: Pick<Opportunity, 'outcome'>) => (
  <Badge tone={tones[outcome]}>{words[outcome]}</Badge>
)

export const opportunityColumns: Column<Opportunity>[] = [
  { id: 'name', title: 'Name', value: (one) => one.name ?? one.key },
  { id: 'account', title: 'Account', value: (one) => one.account, isSortable: false },
  {
    id: 'outcome',
    title: 'Outcome',
    width: 90,
    isSortable: false,
    value: (one) => one.outcome,
    cell: (one) => <OutcomeBadge outcome={one.outcome} />,
  },
  { id: 'stage', title: 'Stage', value: (one) => one.stage, isSortable: false, isHidden: true },
  {
    id: 'amount',
    title: 'Amount',
    width: 110,
    align: 'end',
    value: (one) => one.amount?.amount ?? null,
    cell: (one) => one.amount && <Money amount={one.amount.amount} currency={one.amount.currency} />,
  },
  { id: 'owner', title: 'Owner', value: (one) => one.owner, isSortable: false, width: 150 },
  { id: 'product', title: 'Product', value: (one) => one.product, isSortable: false, isHidden: true },
  { id: 'segment', title: 'Segment', value: (one) => one.segment, isSortable: false, isHidden: true },
  { id: 'origin', title: 'Came from', value: (one) => one.origin, isSortable: false, width: 140 },
  {
    id: 'lossReason',
    title: 'Lost because',
    value: (one) => one.lossReason,
    isSortable: false,
    isHidden: true,
  },
  {
    id: 'opened',
    title: 'Opened',
    width: 110,
    value: (one) => one.openedOn,
    cell: (one) => one.openedOn && <Day date={one.openedOn} />,
  },
  {
    id: 'closed',
    title: 'Closed',
    width: 110,
    value: (one) => one.closedOn,
    cell: (one) => one.closedOn && <Day date={one.closedOn} />,
  },
]

const sorts = ['amount', 'opened', 'closed', 'name'] as const

/** The list's sort as the route takes it. */
export function sortOf(sort: Sort | null): { sort?: (typeof sorts)[number]; order?: 'up' | 'down' } {
  const known = sorts.find((one) => one === sort?.id)
  return known && sort ? { sort: known, order: sort.isDown ? 'down' : 'up' } : {}
}
