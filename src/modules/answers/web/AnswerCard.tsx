import { ChevronDown, ThumbsDown, ThumbsUp } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { cx } from '../../../ui/classes.ts'
import { When } from '../../../ui/format/Values.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import type { Answer } from '../contract.ts'
import { Prose } from './Prose.tsx'

type AnswerCardProps = {
  answer: Omit<Answer, 'audience'>
  isOpen?: boolean
  note?: ReactNode
  onOpen?: () => void
  /** Says whether it helped; answers whether that was kept. */
  onVerdict: (isHelped: boolean) => Promise<boolean>
}

/** A question with its answer below, which opens and asks whether it helped. */
export function AnswerCard({ answer, isOpen: begins = false, note, onOpen, onVerdict }: AnswerCardProps) {
  const [isOpen, setOpen] = useState(begins)
  const id = useId()
  const toggle = () => {
    if (!isOpen) onOpen?.()
    setOpen(!isOpen)
  }
  return (
    <li className="rounded-lg border border-line bg-surface">
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={toggle}
          className="flex w-full items-start gap-2 rounded-lg px-4 py-3 text-left font-medium hover:bg-hover"
        >
          <span className="min-w-0 flex-1">{answer.question}</span>
          <ChevronDown
            size={16}
            aria-hidden="true"
            className={cx('mt-0.5 shrink-0 text-ink-3', isOpen && 'rotate-180')}
          />
        </button>
      </h2>
      {isOpen && (
        <div id={id} className="flex flex-col gap-3 px-4 pb-4">
          <Prose text={answer.body} />
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm text-ink-3">
            <Verdict question={answer.question} onVerdict={onVerdict} />
            <span className="flex-1" />
            {note}
            <When at={answer.publishedAt} />
          </div>
        </div>
      )}
    </li>
  )
}

type VerdictProps = { question: string; onVerdict: AnswerCardProps['onVerdict'] }

function Verdict({ question, onVerdict }: VerdictProps) {
  const [given, setGiven] = useState<boolean>()
  const give = async (isHelped: boolean) => {
    if (await onVerdict(isHelped)) setGiven(isHelped)
  }
  if (given !== undefined)
    return (
      <p role="status" className="text-ink-2">
        {given
          ? 'Good. That is counted.'
          : 'That is counted. Ask it in your own words, and somebody answers.'}
      </p>
    )
  return (
    <fieldset className="flex flex-wrap items-center gap-2" aria-label={`Did this answer it? ${question}`}>
      <span className="text-ink-2">Did this answer it?</span>
      <Button small icon={<ThumbsUp size={13} />} onClick={() => void give(true)}>
        Yes
      </Button>
      <Button small icon={<ThumbsDown size={13} />} onClick={() => void give(false)}>
        No
      </Button>
    </fieldset>
  )
}
