import { Link } from '@tanstack/react-router'
import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { useState } from 'react'
import { Day } from '../../../ui/format/Values.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button, IconButton } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Ask, type DepartmentPage, departments } from '../contract.ts'
import { AskForm } from './AskForm.tsx'
import { StateBadge, sinceWords } from './ask-words.tsx'

/** What is asked of a department: the open ones in its order, the closed ones on their own page. */
export function AsksOfPage({ page }: { page: DepartmentPage }) {
  const asked = useQuery(departments.asks, { pageId: page.id })
  const [isAsking, setAsking] = useState(false)
  const items = asked.data?.items ?? []
  const open = items.filter((one) => one.rank !== null)
  const closed = items.length - open.length
  return (
    <Card
      title="What is asked of it"
      hint={open.length > 1 ? 'In the order that the department works on it.' : undefined}
      actions={
        page.can.ask && (
          <Button small look="quiet" icon={<Plus size={14} />} onClick={() => setAsking(true)}>
            Ask something
          </Button>
        )
      }
    >
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() => (
          <div className="flex flex-col gap-3">
            {open.length === 0 && <p className="text-ink-2">Nothing is open.</p>}
            <ol aria-label="Open asks" className="flex flex-col gap-3">
              {open.map((one, at) => (
                <Ranked key={one.id} ask={one} isFirst={at === 0} isLast={at === open.length - 1} />
              ))}
            </ol>
            {closed > 0 && (
              <Link to="/asks" search={{ page: page.id } as never} className="text-sm text-accent-ink">
                {`All asks of ${page.name}, ${closed} closed`}
              </Link>
            )}
          </div>
        )}
      </FaceOf>
      {isAsking && <AskForm pageId={page.id} onClose={() => setAsking(false)} />}
    </Card>
  )
}

function Ranked({ ask, isFirst, isLast }: { ask: Ask; isFirst: boolean; isLast: boolean }) {
  const rank = useRank()
  const place = ask.rank ?? 1
  return (
    <li className="flex items-start gap-3 border-b border-line pb-3 last:border-0 last:pb-0">
      <span className="tabular w-5 pt-0.5 text-right text-ink-3">{place}</span>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <Link to={`/asks/${ask.id}`} className="font-medium hover:text-accent-ink hover:underline">
          {ask.what}
        </Link>
        <span className="flex flex-wrap items-center gap-2 text-sm text-ink-3">
          <StateBadge state={ask.state} />
          {ask.size && <Badge>{ask.size}</Badge>}
          {ask.isOverdue ? (
            <Badge tone="bad">{`Was due on ${ask.dueOn}`}</Badge>
          ) : (
            <span>
              {'By '}
              <Day date={ask.dueOn} />
            </span>
          )}
          <span>{`${ask.askedBy}, ${sinceWords(ask)}`}</span>
        </span>
      </div>
      {ask.can.rank && (
        <span className="flex">
          <IconButton
            small
            label={`Move up: ${ask.what}`}
            disabled={isFirst}
            onClick={() => void rank(ask, place - 1)}
          >
            <ArrowUp size={14} />
          </IconButton>
          <IconButton
            small
            label={`Move down: ${ask.what}`}
            disabled={isLast}
            onClick={() => void rank(ask, place + 1)}
          >
            <ArrowDown size={14} />
          </IconButton>
        </span>
      )}
    </li>
  )
}

/** Puts an ask at a place, and offers to put it back. */
function useRank() {
  const { run } = useCommand(departments.rank)
  return async ({ id, what }: Ask, place: number) => {
    const done = await run({ id, rank: place })
    if (done) toast(`Moved: ${what}`, { undo: () => void run({ id, rank: done.before }) })
  }
}
