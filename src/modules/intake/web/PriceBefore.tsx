import { Notice } from '../../../ui/parts/Badge.tsx'
import { useQuery } from '../../../ui/query.ts'
import { intake } from '../contract.ts'
import { type AcceptDraft, minutesOf } from './accept-draft.ts'

/** What a yes would cost, in points of the vision share, before it is said. */
export function PriceBefore({ id, draft }: { id: string; draft: AcceptDraft }) {
  const minutes = minutesOf(draft)
  const displacesId = draft.isUrgent ? draft.displacedId : null
  const asked = useQuery(
    intake.price,
    {
      ...{ id, isVision: draft.serves !== null },
      ...(minutes ? { minutes } : {}),
      ...(displacesId ? { displacesId } : {}),
    },
    { keepsOld: true },
  )
  if (!asked.data) return null
  const { points, words, restsOn } = asked.data
  return (
    <Notice tone={points !== null && points < -0.05 ? 'warn' : 'info'}>
      {`Price: ${words}${points === null ? '' : ` It rests on ${restsOn}`}`}
    </Notice>
  )
}
