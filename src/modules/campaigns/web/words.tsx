import { minorDigits } from '../../../methods/money.ts'
import { figure, type Unit } from '../../../ui/format/figure.ts'
import { Badge, type Tone } from '../../../ui/parts/Badge.tsx'
import type { Listed, Money, Target } from '../contract.ts'

const tones: Record<string, Tone> = {
  Draft: 'neutral',
  'In approval': 'info',
  Approved: 'good',
  Running: 'accent',
  Finished: 'neutral',
  Stopped: 'neutral',
}

export const Standing = ({ one }: { one: Pick<Listed, 'standing' | 'next' | 'changeOpen'> }) => (
  <span className="flex flex-wrap items-center gap-1">
    <Badge tone={tones[one.standing] ?? 'neutral'}>{one.standing}</Badge>
    {one.next?.isLate && <Badge tone="bad">Late</Badge>}
    {one.changeOpen && <Badge tone="warn">Change asked for</Badge>}
  </span>
)

export const wholeOf = ({ minor, currency }: Money): number => minor / 10 ** minorDigits(currency)
export const minorOf = (amount: number, currency: string): number =>
  Math.round(amount * 10 ** minorDigits(currency))

type Known = { id: string; title: string; unit: Unit }

/** `Opportunities: 40` */
export function targetWords(target: Target, metrics: readonly Known[] | undefined): string {
  const known = metrics?.find((one) => one.id === target.metric)
  const title = known?.title ?? target.metric.replaceAll('_', ' ')
  const shown = target.money
    ? figure(wholeOf(target.money), 'money', target.money.currency)
    : figure(target.value, known?.unit ?? 'count', '')
  return `${title}: ${shown}`
}
