import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { day } from '../../../ui/format/when.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { type ReviewLine, teamwork } from '../contract.ts'
import type { Entry } from './Entries.tsx'
import { ReviewForm } from './ReviewForm.tsx'
import { TabFrame } from './TabFrame.tsx'

/** Reviews of what went wrong, which ask how the process broke down. */
export function ReviewsTab() {
  const navigate = useNavigate()
  const asked = useQuery(teamwork.reviews, {})
  const [shown, show] = useUrl('show')
  const [isNew, setNew] = useState(false)
  const mayWrite = useCan()('teamwork:write')
  const close = () => {
    setNew(false)
    if (shown) show('')
  }
  return (
    <>
      <TabFrame
        asked={asked}
        label="Blameless reviews"
        hint="How did the process break down? Whoever leads opens one on themselves as easily."
        entries={(asked.data?.items ?? []).map(entryOf)}
        empty="No review yet. When something goes wrong, press c and write down what happened; it ends in a change of the process."
        create={{ label: 'Open a review', run: () => setNew(true), isOn: mayWrite }}
      />
      {(isNew || shown === 'new') && mayWrite && (
        <ReviewForm of={null} onClose={close} onSaved={({ id }) => void navigate({ to: `/reviews/${id}` })} />
      )}
    </>
  )
}

const entryOf = (one: ReviewLine): Entry => ({
  ...{ id: one.id, title: one.title, path: `/reviews/${one.id}` },
  badges: (
    <>
      <Badge tone={one.state === 'closed' ? 'good' : 'warn'}>
        {one.state === 'closed' ? 'Closed' : 'Open'}
      </Badge>
      {one.isOwn && <Badge tone="info">On their own work</Badge>}
      {one.isLate && <Badge tone="bad">{`Was due ${day(one.dueOn)}`}</Badge>}
    </>
  ),
  meta: `Happened ${day(one.happenedOn)} · opened by ${one.openedBy} · ${
    one.improvements === 1 ? '1 change' : `${one.improvements} changes`
  } of the process, ${one.adopted} adopted`,
})
