import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand } from '../../../ui/query.ts'
import { answers, Channel, type Question, QuestionText } from '../contract.ts'
import { channelTitles } from '../rules.ts'

const Draft = z.object({
  askedBy: z.string().max(120).optional(),
  channel: Channel,
  cause: z.string().max(160).optional(),
  text: QuestionText.optional(),
})
const channels = Channel.options.map((value) => ({ value, label: channelTitles[value] }))

/** Somebody asked the same once more. */
export function AskedAgain({ one, onClose }: { one: Question; onClose: () => void }) {
  const ask = useCommand(answers.ask, { isQuiet: true })
  const takeBack = useCommand(answers.takeBack)
  const save = ({ text, ...said }: z.output<typeof Draft>) =>
    ask.attempt({ ...said, text: text ?? one.text, sameAs: one.id })
  return (
    <Dialog isOpen onClose={onClose} title="Asked again" description={one.text}>
      <Form
        id={`asked-again-${one.id}`}
        schema={Draft}
        initial={{ channel: 'chat' }}
        fields={[
          {
            ...{ name: 'askedBy', label: 'Who asked', isOptional: true, autoFocus: true },
            hint: 'Left out, you asked yourself.',
          },
          { name: 'channel', label: 'How it was asked', kind: 'select', options: channels },
          { name: 'cause', label: 'What made them ask', isOptional: true },
          { name: 'text', label: 'In other words', kind: 'textarea', isOptional: true },
        ]}
        saveLabel="Count it"
        onSave={save}
        onSaved={({ occasionId }) => {
          onClose()
          toast('Counted once more', { undo: () => void takeBack.run({ id: occasionId }) })
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
