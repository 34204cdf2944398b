import { t } from '../messages/index.ts'
import { Tooltip } from '../parts/Tooltip.tsx'
import { useOrganisation } from '../port/Ports.tsx'
import { count, money, moneyMinor } from './number.ts'
import { absolute, day, type Instant, relative } from './when.ts'

/** Whole units (`amount`) or minor units (`minor`); the organisation's currency unless another is named. */
export type MoneyProps = ({ amount: number | null } | { minor: number | null }) & {
  currency?: string
  reason?: string
}

export function Money(props: MoneyProps) {
  const organisation = useOrganisation()
  const currency = props.currency ?? organisation.currency
  const value = 'minor' in props ? props.minor : props.amount
  if (value === null) return <NotKnown reason={props.reason} />
  return (
    <span className="tabular whitespace-nowrap">
      {'minor' in props ? moneyMinor(value, currency) : money(value, currency)}
    </span>
  )
}

export const Count = ({ value }: { value: number }) => <span className="tabular">{count(value)}</span>

/** "3 days ago"; the exact time in the organisation's zone on hover and focus. */
export function When({ at }: { at: Instant | null | undefined }) {
  const { timeZone } = useOrganisation()
  if (at === null || at === undefined) return <span className="text-ink-3">{t('when.never')}</span>
  const exact = absolute(at, timeZone)
  return (
    <Tooltip text={exact}>
      <time dateTime={new Date(at).toISOString()}>
        {relative(at)}
        <span className="sr-only">, {exact}</span>
      </time>
    </Tooltip>
  )
}

export const Day = ({ date }: { date: string }) => <time dateTime={date}>{day(date)}</time>

/** Never 0, never ∞, and never without a reason. */
export function NotKnown({ reason }: { reason?: string }) {
  const text = <span className="text-ink-3">{t('figure.na')}</span>
  if (!reason) return text
  return (
    <Tooltip text={reason}>
      <span className="text-ink-3 underline decoration-dotted underline-offset-2">
        {t('figure.na')}
        <span className="sr-only">: {reason}</span>
      </span>
    </Tooltip>
  )
}
