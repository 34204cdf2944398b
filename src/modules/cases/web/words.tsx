import { figure } from '../../../ui/format/figure.ts'
import { moneyMinor } from '../../../ui/format/number.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import type { Case, End } from '../contract.ts'

export const roiOf = (end: End): string => figure(end.roi, 'ratio')
export const monthsOf = (end: End): string =>
  end.paybackMonths === null ? 'not within it' : `${end.paybackMonths} months`

/** “−$12,000 to $90,000”. */
export const rangeOf = ({ low, high }: Case['reckoned'], currency: string): string =>
  `${moneyMinor(low.npv, currency)} to ${moneyMinor(high.npv, currency)}`

export const shareOf = (needed: number | null): string =>
  needed === null ? 'n/a' : `${Math.ceil(Number((needed * 100).toFixed(6)))} %`

export const Clears = ({ one }: { one: Case }) => (
  <Badge tone={one.reckoned.clears ? 'good' : 'bad'}>
    {one.reckoned.clears ? 'Clears it' : 'Falls short'}
  </Badge>
)
export const kindTitles = { revenue: 'Revenue', saving: 'Saving', cost: 'Cost' } as const
export const verdictTitles = { supports: 'Supports it', objects: 'Objects', notes: 'Notes' } as const
export const verdictTones = { supports: 'good', objects: 'bad', notes: 'info' } as const
