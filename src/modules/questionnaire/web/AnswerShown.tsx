import { Link } from '@tanstack/react-router'
import { Goal } from 'lucide-react'
import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import type { Answered, questionnaire } from '../contract.ts'
import { whyNotMakeGoal } from '../rules.ts'
import { MakeGoal } from './MakeGoal.tsx'

type AnswerShownProps = { round: Out<typeof questionnaire.show>; item: Answered }

/** An answer beside the last one, and the goals that were made of it. */
export function AnswerShown({ round, item }: AnswerShownProps) {
  const mayMake = useCan()('strategy:manage')
  const [isMaking, setMaking] = useState(false)
  const text = item.answer?.text ?? ''
  const submittedAt = round.submittedAt === null ? null : new Date(round.submittedAt)
  const canMake = mayMake && whyNotMakeGoal(submittedAt, text) === null
  return (
    <article aria-label={item.text} className="flex flex-col gap-2 border-b border-line pb-4 last:border-0">
      <h3 className="font-medium">{item.text}</h3>
      {text ? (
        <p className="break-words whitespace-pre-line">{text}</p>
      ) : (
        <p className="text-ink-3">Not answered.</p>
      )}
      {item.before !== null && (
        <p className="border-l-2 border-line pl-3 text-sm break-words whitespace-pre-line text-ink-2">
          <span className="text-ink-3">{`${round.previous}: `}</span>
          {item.before === text ? 'the same words' : item.before}
        </p>
      )}
      {item.goals.map((one) => (
        <Link key={one.id} to={`/goals/${one.id}`} className="flex items-center gap-1 text-accent-ink">
          <Goal size={14} aria-hidden="true" />
          {one.name}
        </Link>
      ))}
      {canMake && (
        <Button
          small
          look="quiet"
          className="self-start"
          icon={<Goal size={14} />}
          aria-label={`Make a goal of it: ${item.text}`}
          onClick={() => setMaking(true)}
        >
          Make a goal of it
        </Button>
      )}
      {isMaking && <MakeGoal round={round} item={item} onClose={() => setMaking(false)} />}
    </article>
  )
}
