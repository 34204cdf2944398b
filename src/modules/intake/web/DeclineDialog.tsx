import { useState } from 'react'
import { Combobox } from '../../../ui/parts/Combobox.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { Select } from '../../../ui/parts/Select.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { answers } from '../../answers/contract.ts'
import { intake, type Reason, reasons } from '../contract.ts'
import { reasonTitle } from '../rules.ts'
import { DeedFrame } from './DeedFrame.tsx'
import type { DeedProps } from './Deeds.tsx'
import { useWords } from './useWords.ts'

const options = reasons.map((value) => ({ value, label: reasonTitle(value) }))

type Said = { reason: Reason; words: string; alternative: string; answerId: string | null }
const nothingSaid: Said = { reason: 'capacity', words: '', alternative: '', answerId: null }

/** An answer that was chosen counts only where the reason is that it is one. */
const answered = (said: Said): Said => (said.reason === 'answered' ? said : { ...said, answerId: null })

/** No, with a reason and what to do instead. */
export function DeclineDialog({ one, onDone, onClose }: DeedProps) {
  const { said, set, forget, kept } = useWords('decline', one, nothingSaid)
  const decline = useCommand(intake.decline, { isQuiet: true, alsoRefresh: ['answers'] })
  const save = async () => {
    const done = await decline.run({ id: one.id, version: one.version, ...answered(said) })
    if (!done) return
    forget()
    onDone('is declined', done.version)
  }
  return (
    <DeedFrame
      title={`Decline “${one.title}”`}
      description="Whoever asked reads every word of this, can take the alternative, and can ask once for another look."
      verb="Decline"
      isBusy={decline.isRunning}
      isReady={said.words.trim().length > 2}
      problem={decline.error && sentence(decline.error)}
      onSave={() => void save()}
      kept={kept}
      onClose={onClose}
    >
      <Field label="Reason">
        <Select value={said.reason} options={options} onChange={set('reason')} />
      </Field>
      {said.reason === 'answered' && (
        <AnswerField title={one.title} value={said.answerId} onChange={set('answerId')} />
      )}
      <Field label="In your words">
        <Textarea value={said.words} onChange={set('words')} rows={3} maxLength={2000} />
      </Field>
      <Field label="What to do instead" isOptional>
        <Textarea value={said.alternative} onChange={set('alternative')} rows={2} maxLength={1000} />
      </Field>
    </DeedFrame>
  )
}

type AnswerFieldProps = { title: string; value: string | null; onChange: (id: string | null) => void }

/** The published answer; there it counts as asked again. */
function AnswerField({ title, value, onChange }: AnswerFieldProps) {
  const [q, setQ] = useState('')
  const found = useQuery(answers.find, { q: q || title.slice(0, 300) }, { keepsOld: true })
  return (
    <Field label="Which answer" isOptional hint="It is counted there as asked again.">
      <Combobox
        value={value}
        options={(found.data?.items ?? []).map((one) => ({ value: one.id, label: one.question }))}
        onSearch={setQ}
        onChange={onChange}
        isClearable
      />
    </Field>
  )
}
