import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import type { CustomControl } from '../../../ui/form/fields.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { answers, Channel, QuestionText } from '../contract.ts'
import { channelTitles } from '../rules.ts'
import { Resembling } from './Resembling.tsx'

const Draft = z.object({
  text: QuestionText,
  channel: Channel,
  askedBy: z.string().max(120).optional(),
  askedOn: z.iso.date().optional(),
  cause: z.string().max(160).optional(),
})
type Draft = z.output<typeof Draft>

const channels = Channel.options.map((value) => ({ value, label: channelTitles[value] }))
type About = { kind: string; id: string }
type AskFormProps = { text: string; about?: About; onClose: () => void }

/** Ask something, or note that somebody asked; what resembles it is offered while it is typed. */
export function AskForm({ text, about, onClose }: AskFormProps) {
  const navigate = useNavigate()
  const [sameAs, setSame] = useState<{ id: string; text: string } | null>(null)
  const [typed, setTyped] = useState(text)
  const ask = useCommand(answers.ask, { isQuiet: true })
  const takeBack = useCommand(answers.takeBack)
  const save = (said: Draft) => ask.attempt({ ...said, sameAs: sameAs?.id ?? null, about: about ?? null })
  const saved = ({ id, occasionId }: { id: string; occasionId: string }) => {
    onClose()
    toast(sameAs ? 'Counted once more' : 'The question is noted', {
      undo: () => void takeBack.run({ id: occasionId }),
      ...(sameAs ? { detail: sameAs.text } : {}),
    })
    if (!sameAs) void navigate({ to: `/questions/${id}` })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Ask, or note what was asked"
      description="In the words it was asked in. Whoever asked is told once there is an answer."
    >
      <Form
        id="question-new"
        schema={Draft}
        initial={{ text, channel: 'product' }}
        fields={fieldsOf(setTyped)}
        saveLabel={sameAs ? 'Asked again' : 'Ask'}
        onSave={save}
        onSaved={saved}
        onCancel={onClose}
      >
        <Resembling words={typed} chosen={sameAs} onChoose={setSame} onAnswered={onClose} />
      </Form>
    </Dialog>
  )
}

const fieldsOf = (onTyped: (text: string) => void) => [
  {
    ...{ name: 'text' as const, label: 'Question', kind: 'custom' as const, autoFocus: true },
    render: ({ value, onChange }: CustomControl) => (
      <QuestionInput value={String(value ?? '')} onChange={onChange} onTyped={onTyped} />
    ),
  },
  { name: 'channel' as const, label: 'How it was asked', kind: 'select' as const, options: channels },
  {
    ...{ name: 'askedBy' as const, label: 'Who asked', isOptional: true },
    hint: 'Left out, you asked yourself.',
  },
  {
    ...{ name: 'askedOn' as const, label: 'When', kind: 'date' as const, isOptional: true },
    hint: 'Left out, today.',
  },
  {
    ...{ name: 'cause' as const, label: 'What made them ask', isOptional: true },
    hint: 'A message, a meeting, a change: what causes many questions is said better next time.',
  },
]

type QuestionInputProps = {
  value: string
  onChange: (value: unknown) => void
  onTyped: (text: string) => void
}

/** What stands in it is told at once, also what was kept from before. */
function QuestionInput({ value, onChange, onTyped }: QuestionInputProps) {
  useEffect(() => onTyped(value), [value, onTyped])
  return <Textarea rows={2} autoFocus maxLength={300} value={value} onChange={onChange} />
}
