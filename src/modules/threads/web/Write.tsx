import { type KeyboardEvent, useRef, useState } from 'react'
import { useDraft } from '../../../ui/form/useDraft.ts'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { type Reply, threads } from '../contract.ts'
import { Mentioning, useMentions } from './Mentioning.tsx'

type WriteProps = {
  kind: string
  id: string
  replyTo?: string
  editing?: Reply
  onDone?: () => void
}

const labelOf = ({ replyTo, editing }: WriteProps) =>
  editing ? 'Reword the comment' : replyTo ? 'Reply' : 'Comment'

/** Where what is typed is kept: rewording a comment and answering it are two texts. */
const placeOf = ({ kind, id, replyTo, editing }: WriteProps) =>
  editing ? `comment-${editing.id}` : `comment-on-${replyTo ?? `${kind}-${id}`}`

/** A field for a comment; `@` offers the people who may read the record. What is typed survives a reload. */
export function Write(props: WriteProps) {
  const { kind, id, replyTo, editing, onDone } = props
  const field = useRef<HTMLDivElement>(null)
  const [failure, setFailure] = useState('')
  const kept = useDraft(placeOf(props), { text: editing?.text ?? '' }, [])
  const text = String(kept.draft.text)
  const mentions = useMentions({ kind, id, text, known: editing?.mentions ?? [] })
  const add = useCommand(threads.comment, { isQuiet: true })
  const reword = useCommand(threads.edit, { isQuiet: true })
  const label = labelOf(props)

  const save = async () => {
    if (text.trim() === '') return
    setFailure('')
    const said = { text, mentions: mentions.ids }
    try {
      if (editing) await reword.attempt({ id: editing.id, version: editing.version, ...said })
      else await add.attempt({ kind, id, replyTo: replyTo ?? null, ...said })
      kept.change('text', '')
      kept.forget()
      onDone?.()
    } catch (error) {
      setFailure(sentence(error))
    }
  }
  const write = (words: string) => kept.change('text', words)
  const pick = (name: string) => {
    write(mentions.completed(name))
    field.current?.querySelector('textarea')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (mentions.press(event, pick)) return
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void save()
  }
  return (
    <div ref={field} className="flex flex-col gap-2">
      <Field label={label} isLabelHidden>
        <Textarea
          rows={replyTo || editing ? 2 : 3}
          value={text}
          maxLength={10_000}
          placeholder={`${label}… @ mentions somebody`}
          autoFocus={Boolean(replyTo || editing)}
          onChange={write}
          onKeyDown={onKeyDown}
        />
      </Field>
      <Mentioning mentions={mentions} onPick={pick} />
      {failure && <Notice tone="bad">{`${failure} What you wrote is kept.`}</Notice>}
      <div className="flex gap-2">
        <Button
          small
          look={replyTo || editing ? 'primary' : 'secondary'}
          disabled={text.trim() === ''}
          isBusy={add.isRunning || reword.isRunning}
          onClick={() => void save()}
        >
          {editing ? 'Save' : label}
        </Button>
        {onDone && (
          <Button
            small
            look="quiet"
            onClick={() => {
              kept.forget()
              onDone()
            }}
          >
            Cancel
          </Button>
        )}
      </div>
    </div>
  )
}
