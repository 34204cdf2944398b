import { useEffect, useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { answers } from '../../answers/contract.ts'

/** What was typed, once the typing pauses. */
export function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), 300)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** Answers published to everybody that hold what is typed. */
export function Answers({ words }: { words: string }) {
  const q = useSettled(words).slice(0, 300)
  const asked = useQuery(answers.faq, { q }, { keepsOld: true })
  const items = asked.data?.items ?? []
  if (asked.isPending) return null
  if (items.length === 0)
    return <p className="text-ink-2">No answer holds these words. Choose below what it is about, and ask.</p>
  return (
    <ul className="flex flex-col gap-2" aria-label="Answered already">
      {items.slice(0, 4).map((one) => (
        <Answered key={one.id} {...one} />
      ))}
    </ul>
  )
}

type Shown = { id: string; question: string; body: string; version: number }

/** One answer; saying that it helped is counted where answers are kept. */
export function Answered({ id, question, body, version }: Shown) {
  const [isHelped, setHelped] = useState(false)
  const verdict = useCommand(answers.faqVerdict)
  const help = async () => {
    if (await verdict.run({ id, version, isHelped: true })) setHelped(true)
  }
  return (
    <li className="rounded-lg border border-line bg-surface">
      <details className="p-3">
        <summary className="cursor-pointer font-medium">{question}</summary>
        <p className="mt-2 max-w-180 break-words whitespace-pre-line text-ink-2">{body}</p>
        <div className="mt-3">
          {isHelped ? (
            <p role="status" className="text-ink-2">
              Good. There is no need to ask, then.
            </p>
          ) : (
            <Button small onClick={() => void help()}>
              This answers it
            </Button>
          )}
        </div>
      </details>
    </li>
  )
}
