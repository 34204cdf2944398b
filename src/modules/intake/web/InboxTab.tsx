import { useState } from 'react'
import { cx } from '../../../ui/classes.ts'
import { Day } from '../../../ui/format/Values.tsx'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { EmptyState, Skeleton } from '../../../ui/parts/Faces.tsx'
import { sentence, useQuery } from '../../../ui/query.ts'
import { intake, type RequestLine } from '../contract.ts'
import { nameOf } from '../rules.ts'
import { Deeds } from './Deeds.tsx'
import { RequestShown } from './RequestShown.tsx'

/** One request after the other; the next opens by itself when one is decided. */
export function InboxTab({ lines }: { lines: RequestLine[] }) {
  const [chosen, choose] = useState<string | null>(null)
  const [place, setPlace] = useState(0)
  // Stays on the screen while a decision on it is being written, whatever others decide.
  const [writing, write] = useState<string | null>(null)
  const found = lines.findIndex((one) => one.id === chosen)
  const at = found >= 0 ? found : Math.min(place, lines.length - 1)
  const go = (to: number) => {
    const next = Math.max(0, Math.min(lines.length - 1, to))
    setPlace(next)
    choose(lines[next]?.id ?? null)
  }
  useKeys({ j: () => go(at + 1), k: () => go(at - 1) }, { isOn: lines.length > 0 && writing === null })
  const one = lines[at]
  const id = writing ?? one?.id
  if (!id)
    return (
      <EmptyState>
        Nothing waits for an answer. What comes in at the front door appears here by itself.
      </EmptyState>
    )
  return (
    <div className="grid grid-cols-[20rem_1fr] items-start gap-4 narrow:grid-cols-1">
      <ul
        aria-label="Waiting for an answer"
        className="flex max-h-[75vh] flex-col overflow-y-auto narrow:max-h-56"
      >
        {lines.map((line, index) => (
          <Waiting key={line.id} line={line} isOn={line.id === id} onChoose={() => go(index)} />
        ))}
      </ul>
      <Chosen key={id} id={id} onWriting={(isWriting) => write(isWriting ? id : null)} />
    </div>
  )
}

type WaitingProps = { line: RequestLine; isOn: boolean; onChoose: () => void }

const Waiting = ({ line, isOn, onChoose }: WaitingProps) => (
  <li>
    <button
      type="button"
      aria-current={isOn || undefined}
      onClick={onChoose}
      className={cx(
        'flex w-full flex-col gap-0.5 rounded-md px-3 py-2 text-left',
        isOn ? 'bg-press' : 'hover:bg-hover',
      )}
    >
      <span className="truncate font-medium">{line.title}</span>
      <span className="flex flex-wrap items-center gap-1.5 text-sm text-ink-2">
        {nameOf(line.number)} · {line.department || line.asker}
        {line.isLate && <Badge tone="bad">Late</Badge>}
        {line.isAppealed && <Badge tone="warn">Appeal</Badge>}
        {!line.isComplete && <Badge tone="warn">E-mail</Badge>}
      </span>
      <span className="text-sm text-ink-3">
        {line.isLate ? (
          <span className="text-bad">
            Answer was due <Day date={line.answerDueOn} />
          </span>
        ) : (
          <>
            {line.isAnswered ? 'First answer was due' : 'Answer by'} <Day date={line.answerDueOn} />
          </>
        )}
      </span>
    </button>
  </li>
)

type ChosenProps = { id: string; onWriting: (isWriting: boolean) => void }

function Chosen({ id, onWriting }: ChosenProps) {
  const asked = useQuery(intake.show, { id })
  if (asked.error) return <p className="text-bad">{sentence(asked.error)}</p>
  if (!asked.data) return <Skeleton className="h-80" />
  return (
    <article className="flex min-w-0 flex-col gap-4">
      <header className="flex flex-col gap-2">
        <h2 className="text-xl font-semibold text-balance">{asked.data.title}</h2>
        <Deeds key={asked.data.id} one={asked.data} onWriting={onWriting} />
      </header>
      <RequestShown one={asked.data} />
    </article>
  )
}
