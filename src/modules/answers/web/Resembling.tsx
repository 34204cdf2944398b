import { Button } from '../../../ui/parts/Button.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { answers, type Similar } from '../contract.ts'
import { Prose } from './Prose.tsx'
import { useTyped } from './useTyped.ts'

type Chosen = { id: string; text: string }
type ResemblingProps = {
  words: string
  chosen: Chosen | null
  onChoose: (one: Chosen | null) => void
  onAnswered: () => void
}

const enough = 8

/** What was asked or answered before in similar words: an answer at once, or the same question once more. */
export function Resembling({ words, chosen, onChoose, onAnswered }: ResemblingProps) {
  const q = useTyped(words.trim().slice(0, 300))
  const asked = useQuery(answers.like, { q }, { isOn: q.length >= enough, keepsOld: false })
  if (chosen)
    return (
      <p className="flex flex-wrap items-center gap-2 rounded-md bg-sunken px-3 py-2">
        <span className="min-w-0 flex-1">{`The same as “${chosen.text}”`}</span>
        <Button small look="quiet" onClick={() => onChoose(null)}>
          It is another question
        </Button>
      </p>
    )
  if (q.length < enough || !asked.data) return null
  const known = new Set(asked.data.answers.map((one) => one.id))
  const rest = asked.data.questions.filter((one) => !known.has(one.id))
  if (known.size + rest.length === 0) return null
  return (
    <section aria-label="Asked or answered before" className="flex flex-col gap-2 rounded-md bg-sunken p-3">
      {asked.data.answers.slice(0, 2).map((one) => (
        <Known key={one.id} one={one} words={q} onChoose={onChoose} onAnswered={onAnswered} />
      ))}
      {rest.slice(0, 3).map((one) => (
        <p key={one.id} className="flex flex-wrap items-center gap-2">
          <span className="min-w-0 flex-1">{one.text}</span>
          <span className="text-sm text-ink-3">{`asked ${one.asked} ×`}</span>
          <Button small onClick={() => onChoose(one)}>
            It is this one
          </Button>
        </p>
      ))}
    </section>
  )
}

type KnownProps = { one: Similar; words: string } & Pick<ResemblingProps, 'onChoose' | 'onAnswered'>

function Known({ one, words, onChoose, onAnswered }: KnownProps) {
  const ask = useCommand(answers.ask)
  const settle = async () => {
    const said = { text: words, sameAs: one.id, isHelped: true }
    if (!(await ask.run(said))) return
    toast('Answered at once', { detail: one.question })
    onAnswered()
  }
  return (
    <details className="rounded-md border border-line bg-surface px-3 py-2">
      <summary className="cursor-pointer font-medium">{one.question}</summary>
      <div className="mt-2 flex flex-col gap-3">
        <Prose text={one.body} />
        <div className="flex flex-wrap gap-2">
          <Button small look="primary" isBusy={ask.isRunning} onClick={() => void settle()}>
            That answers it
          </Button>
          <Button small look="quiet" onClick={() => onChoose({ id: one.id, text: one.question })}>
            The same question, asked again
          </Button>
        </div>
      </div>
    </details>
  )
}
