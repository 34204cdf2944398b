import { useEffect, useRef, useState } from 'react'
import { useDraft } from '../../../ui/form/useDraft.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { type Answered, questionnaire } from '../contract.ts'

const pause = 1200

type AnswerFieldProps = {
  id: string
  item: Answered
  previous: string | null
  /** Told whether some of its words are not kept yet. */
  onWaiting: (question: string, isWaiting: boolean) => void
}

/** An answer that is kept at every pause; what others wrote meanwhile is shown and never written over. */
export function AnswerField({ id, item, previous, onWaiting }: AnswerFieldProps) {
  const { text, change, version, state, theirs, take, isOpen } = useAnswer(id, item)
  useEffect(() => {
    onWaiting(item.id, isOpen)
    return () => onWaiting(item.id, false)
  }, [item.id, isOpen, onWaiting])
  return (
    <div className="flex flex-col gap-2">
      <Field label={item.text} hint={item.hint}>
        <Textarea value={text} rows={4} maxLength={5000} onChange={change} />
      </Field>
      {theirs && (
        <Notice
          tone="warn"
          action={
            <Button small onClick={take}>
              I have put both together
            </Button>
          }
        >
          {`${theirs.by} wrote meanwhile: “${theirs.text}” Your words are kept above.`}
        </Notice>
      )}
      <p aria-live="polite" className="min-h-5 text-sm text-ink-3">
        {state || (version > 0 && text !== '' ? 'Kept' : '')}
      </p>
      {item.before && (
        <details className="text-sm text-ink-2">
          <summary className="cursor-pointer">{`What was said in ${previous}`}</summary>
          <p className="mt-1 border-l-2 border-line pl-3 break-words whitespace-pre-line">{item.before}</p>
        </details>
      )}
    </div>
  )
}

function useAnswer(id: string, item: Answered) {
  const kept = useDraft(
    `answer-${id}-${item.id}`,
    { text: item.answer?.text ?? '', version: item.answer?.version ?? 0 },
    [],
  )
  const { change: set, forget } = kept
  const text = String(kept.draft.text)
  const version = Number(kept.draft.version)
  const [state, setState] = useState('')
  const { attempt } = useCommand(questionnaire.answer, { isQuiet: true })
  const isBusy = useRef(false)
  const latest = useRef(text)
  latest.current = text
  const newer = item.answer && item.answer.version > version ? item.answer : null
  const isWaiting = kept.isTouched && !newer

  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(async () => {
      if (isBusy.current) return
      isBusy.current = true
      setState('Keeping …')
      try {
        const done = await attempt({ id, question: item.id, text, version })
        set('version', done.version)
        // What was typed meanwhile is kept at the next pause.
        if (latest.current === text) forget()
        setState('')
      } catch (error) {
        setState(sentence(error))
      } finally {
        isBusy.current = false
      }
    }, pause)
    return () => clearTimeout(timer)
  }, [isWaiting, text, version, id, item.id, attempt, set, forget])

  return {
    ...{ text, version, state, isOpen: kept.isTouched },
    change: (words: string) => set('text', words),
    theirs: isBusy.current || newer?.text === text ? null : newer,
    take: () => newer && set('version', newer.version),
  }
}
