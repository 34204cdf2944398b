import { Notice } from '../../../ui/parts/Badge.tsx'
import { useQuery } from '../../../ui/query.ts'
import { intake, type Price } from '../contract.ts'
import { type AcceptDraft, termsOf } from './accept-draft.ts'

/** What a yes would cost, in points of the vision share, before it is said. */
export function PriceBefore({ id, draft }: { id: string; draft: AcceptDraft }) {
  const { typeId, assigneeIds, serves, estimateMinutes, promisedOn, displaces } = termsOf(draft)
  const gone = displaces?.dueOn ? { itemId: displaces.itemId, dueOn: displaces.dueOn } : null
  const asked = useQuery(
    intake.price,
    { id, typeId, assigneeIds, serves, estimateMinutes, promisedOn, displaces: gone },
    { keepsOld: true },
  )
  if (!asked.data) return null
  const { points, words, restsOn, parts = [] } = asked.data
  return (
    <Notice tone={points !== null && points < 0 ? 'warn' : 'info'}>
      <p>{`Price: ${words}`}</p>
      {parts.length > 1 && <PriceParts parts={parts} />}
      {points !== null && <p className="text-sm text-ink-2">{`Rests on ${restsOn}`}</p>}
    </Notice>
  )
}

const signed = (value: number): string =>
  `${value < 0 ? '−' : value > 0 ? '+' : '±'}${Math.abs(value).toFixed(1)}`

/** What moves the share by how much, adding up to the whole. */
export const PriceParts = ({ parts }: { parts: NonNullable<Price['parts']> }) => (
  <ul className="my-1">
    {parts.map((one) => (
      <li key={one.name} className="tabular">
        {`${one.name}: ${signed(one.hours)} h, ${signed(one.points)} points`}
      </li>
    ))}
  </ul>
)
