import { Link } from '@tanstack/react-router'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { answers, type Question } from '../contract.ts'

/** What may be the same question, and what was said to be. */
export function Group({ one }: { one: Question }) {
  const like = useQuery(answers.resembling, { id: one.id })
  const { merge, part } = useGrouping()
  const rest = one.can.answer ? (like.data?.items ?? []) : []
  if (rest.length + one.merged.length === 0) return null
  return (
    <Card title="In other words" hint="The same question is counted and answered once.">
      <ul className="flex flex-col gap-2">
        {one.merged.map((same) => (
          <li key={same.id} className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 flex-1 basis-50 break-words">{same.text}</span>
            <span className="text-sm text-ink-3">{`the same, says ${same.by}`}</span>
            {one.can.answer && (
              <Button small look="quiet" onClick={() => void part(same.id, one.id)}>
                Take apart
              </Button>
            )}
          </li>
        ))}
        {rest.map((other) => (
          <li key={other.id} className="flex flex-wrap items-center gap-2">
            <Link
              to={`/questions/${other.id}`}
              className="min-w-0 flex-1 basis-50 break-words text-accent-ink underline"
            >
              {other.text}
            </Link>
            <span className="text-sm text-ink-3">{`asked ${other.asked} ×, may be the same`}</span>
            <Button small onClick={() => void merge(other.id, one.id)}>
              It is the same
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function useGrouping() {
  const join = useCommand(answers.merge)
  const split = useCommand(answers.part)
  const merge = async (id: string, intoId: string) => {
    if (await join.run({ id, intoId }))
      toast('Counted and answered as one', { undo: () => void split.run({ id }) })
  }
  const part = async (id: string, intoId: string) => {
    if (await split.run({ id })) toast('Two questions again', { undo: () => void join.run({ id, intoId }) })
  }
  return { merge, part }
}
