import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { DateInput } from '../../../ui/period/DateRange.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { intake } from '../contract.ts'
import { DeedFrame } from './DeedFrame.tsx'
import type { DeedProps } from './Deeds.tsx'
import { useWords } from './useWords.ts'

/** Not now: until a day, on which it comes back. */
export function DeferDialog({ one, onDone, onClose }: DeedProps) {
  const { said, set, forget, kept } = useWords('defer', one, { until: '', words: '' })
  const defer = useCommand(intake.defer, { isQuiet: true })
  const save = async () => {
    const done = await defer.run({ id: one.id, version: one.version, ...said })
    if (!done) return
    forget()
    onDone(`is put off until ${said.until}`, done.version)
  }
  return (
    <DeedFrame
      title={`Put “${one.title}” off`}
      description="It comes back into the inbox on that day by itself."
      verb="Put off"
      isBusy={defer.isRunning}
      isReady={said.until !== ''}
      problem={defer.error && sentence(defer.error)}
      onSave={() => void save()}
      kept={kept}
      onClose={onClose}
    >
      <Field label="Until">
        <DateInput label="Until" value={said.until} onChange={(day) => set('until')(day ?? '')} />
      </Field>
      <Field label="In your words" isOptional>
        <Textarea value={said.words} onChange={set('words')} rows={2} maxLength={2000} />
      </Field>
    </DeedFrame>
  )
}

/** A question to whoever asked; the answer brings the request back. */
export function AskDialog({ one, onDone, onClose }: DeedProps) {
  const { said, set, forget, kept } = useWords('ask', one, { words: '' })
  const ask = useCommand(intake.askBack, { isQuiet: true })
  const save = async () => {
    const done = await ask.run({ id: one.id, version: one.version, ...said })
    if (!done) return
    forget()
    onDone('waits for an answer', done.version)
  }
  return (
    <DeedFrame
      title={`Ask ${one.asker} back`}
      description="The answer brings it back into the inbox."
      verb="Ask"
      isBusy={ask.isRunning}
      isReady={said.words.trim().length > 2}
      problem={ask.error && sentence(ask.error)}
      onSave={() => void save()}
      kept={kept}
      onClose={onClose}
    >
      <Field label="Your question">
        <Textarea value={said.words} onChange={set('words')} rows={3} maxLength={2000} />
      </Field>
    </DeedFrame>
  )
}

const verdicts = [
  { value: 'open', label: 'Open it again' },
  { value: 'stands', label: 'The decision stands' },
] as const

type Settled = { verdict: 'open' | 'stands'; words: string }
const settled: Settled = { verdict: 'open', words: '' }

/** The second answer, which stands. */
export function AppealDialog({ one, onDone, onClose }: DeedProps) {
  const { said, set, forget, kept } = useWords('appeal', one, settled)
  const settle = useCommand(intake.settleAppeal, { isQuiet: true })
  const appeal = one.entries.findLast((entry) => entry.kind === 'appealed')
  const save = async () => {
    const { verdict, words } = said
    const asked = { id: one.id, version: one.version, isUpheld: verdict === 'open', words }
    const done = await settle.run(asked)
    if (!done) return
    forget()
    onDone(verdict === 'open' ? 'is open again' : 'stays declined', done.version)
  }
  return (
    <DeedFrame
      title="Answer the appeal"
      description={appeal?.words}
      verb="Answer"
      isBusy={settle.isRunning}
      isReady={said.words.trim().length > 2}
      problem={settle.error && sentence(settle.error)}
      onSave={() => void save()}
      kept={kept}
      onClose={onClose}
    >
      <Segmented label="Verdict" value={said.verdict} options={verdicts} onChange={set('verdict')} />
      <Field label="In your words">
        <Textarea value={said.words} onChange={set('words')} rows={3} maxLength={2000} />
      </Field>
    </DeedFrame>
  )
}
