import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Day, When } from '../../../ui/format/Values.tsx'
import { DetailPage } from '../../../ui/kit/DetailPage.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { Thread } from '../../threads/web/index.ts'
import { type Review, teamwork } from '../contract.ts'
import { Coaching } from './Coaching.tsx'
import { ImprovementForm } from './ImprovementForm.tsx'
import { Improvements } from './Improvements.tsx'
import { ReviewForm } from './ReviewForm.tsx'
import { SimilarLessons } from './SimilarLessons.tsx'

export default function ReviewPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(teamwork.review, { id }, { keepsOld: false })
  const [isChanging, setChanging] = useState(false)
  const review = asked.data
  const mayChange = review?.can.change === true && review.state === 'open'
  return (
    <>
      <DetailPage
        title={review?.title ?? 'Review'}
        crumbs={[{ title: 'Teamwork', path: '/teamwork?tab=reviews' }]}
        description={
          review && (
            <span className="flex flex-wrap items-center gap-2">
              <Badge tone={review.state === 'closed' ? 'good' : 'warn'}>
                {review.state === 'closed' ? 'Closed' : 'Open'}
              </Badge>
              {review.isOwn && <Badge tone="info">{`${review.openedBy} on their own work`}</Badge>}
              How did the process break down?
            </span>
          )
        }
        actions={review?.can.change && <Closing review={review} />}
        {...(mayChange ? { onEdit: () => setChanging(true) } : {})}
        {...(review ? { properties: propertiesOf(review) } : {})}
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
      >
        {() => review && <Known review={review} />}
      </DetailPage>
      {isChanging && review && <ReviewForm of={review} onClose={() => setChanging(false)} />}
    </>
  )
}

const propertiesOf = (review: Review) => [
  { label: 'Happened', value: <Day date={review.happenedOn} /> },
  { label: 'Opened by', value: review.openedBy },
  { label: 'Ends in a change by', value: <Day date={review.dueOn} /> },
  ...(review.closedAt ? [{ label: 'Closed', value: <When at={review.closedAt} /> }] : []),
]

const Said = ({ title, text }: { title: string; text: string }) => (
  <section className="flex flex-col gap-1">
    <h2 className="font-semibold">{title}</h2>
    <p className="max-w-180 break-words whitespace-pre-line">{text}</p>
  </section>
)

function Known({ review }: { review: Review }) {
  const [isAdding, setAdding] = useState(false)
  const mayAdd = useCan()('teamwork:write') && review.state === 'open'
  return (
    <>
      {review.whyNone && <Notice>{`No change of the process: ${review.whyNone}`}</Notice>}
      <Said title="What happened" text={review.happened} />
      {review.timeline.length > 0 && (
        <ol aria-label="Step by step" className="flex flex-col gap-1.5 border-l border-line pl-4">
          {review.timeline.map((one) => (
            <li key={`${one.on}${one.what}`}>
              <span className="text-ink-3">
                <Day date={one.on} />
              </span>
              {`  ${one.what}`}
            </li>
          ))}
        </ol>
      )}
      <Said title="What we expected" text={review.expected} />
      <Said title="What in the process allowed it" text={review.allowed} />
      <Card
        title="What we change"
        hint={review.whyNotClose ?? undefined}
        actions={
          mayAdd && (
            <Button small onClick={() => setAdding(true)}>
              Add a change
            </Button>
          )
        }
      >
        <Improvements items={review.changes} empty="Nothing is changed yet." />
      </Card>
      <SimilarLessons to={`${review.title} ${review.allowed}`} />
      {review.state === 'open' && <Coaching occasion="review" />}
      <Thread kind="review" id={review.id} />
      {isAdding && <ImprovementForm of={null} reviewId={review.id} onClose={() => setAdding(false)} />}
    </>
  )
}

function Closing({ review }: { review: Review }) {
  const close = useCommand(teamwork.closeReview)
  const [isAsking, setAsking] = useState(false)
  const { id } = review
  const set = async (isClosed: boolean, whyNone = '') => {
    const done = await close.run({ id, version: review.version, isClosed, whyNone })
    setAsking(false)
    if (!done || !isClosed) return
    const back = { id, version: done.version, isClosed: false }
    toast('The review is closed', { undo: () => void close.run(back) })
  }
  const press = () => (review.whyNotClose ? setAsking(true) : void set(review.state === 'open'))
  return (
    <>
      <Button isBusy={close.isRunning} onClick={press}>
        {review.state === 'open' ? 'Close the review' : 'Open it again'}
      </Button>
      {isAsking && (
        <ReasonDialog
          title="Close without a change?"
          description={review.whyNotClose ?? ''}
          label="Why there is none"
          verb="Close it"
          most={500}
          isBusy={close.isRunning}
          onSave={(why) => void set(true, why)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
