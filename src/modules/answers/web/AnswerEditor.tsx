import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Card } from '../../../ui/parts/Card.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { AnswerText, Audience, answers, type Question, QuestionText } from '../contract.ts'

const Draft = z.object({
  question: QuestionText,
  body: AnswerText,
  audience: Audience,
  ownerId: z.string().optional(),
  reviewOn: z.iso.date().optional(),
  reason: z.string().max(300).optional(),
})

const audiences = [
  { value: 'members', label: 'Those who sign in' },
  { value: 'everybody', label: 'Everybody, without an account' },
]

const initialOf = (one: Question) => ({
  ...{ question: one.text, body: one.versions[0]?.body ?? '', audience: one.audience },
  ...{ ownerId: one.owner?.id, reviewOn: one.reviewOn ?? undefined },
})

/** Write the next version. Whoever saves second is told, and keeps what they wrote. */
export function AnswerEditor({ one, onClose }: { one: Question; onClose: () => void }) {
  const { opened, open, newer } = useOpened(one)
  const people = useQuery(identity.people, {}).data?.people ?? []
  const save = useCommand(answers.save, { isQuiet: true })
  const options = people
    .filter((person) => person.state !== 'disabled')
    .map(({ id, name, title }) => ({ value: id, label: name, hint: title }))
  return (
    <Card title={opened.version === 0 ? 'Answer it once' : 'The next version of the answer'}>
      <div className="flex flex-col gap-4">
        {newer && (
          <Meanwhile by={newer.versions[0]?.by ?? null} what="this answer" onLoad={() => open(newer)} />
        )}
        <Form
          key={opened.version}
          id={`answer-${opened.id}-${opened.version}`}
          schema={Draft}
          initial={initialOf(opened)}
          fields={[
            { name: 'question', label: 'The question, as it is put on the page of answers' },
            {
              ...{ name: 'body', label: 'Answer', kind: 'textarea', autoFocus: true },
              hint: 'Plain words. A blank line parts paragraphs, “- ” begins a point, addresses become links.',
            },
            { name: 'audience', label: 'Who may read it', kind: 'select', options: audiences },
            {
              ...{ name: 'ownerId', label: 'Owner', kind: 'combobox', isOptional: true, options },
              hint: 'Keeps it right, and is told when it is to be looked at again.',
            },
            { name: 'reviewOn', label: 'Look at it again on', kind: 'date', isOptional: true },
            { name: 'reason', label: 'What changed', isOptional: true },
          ]}
          saveLabel={`Save as version ${opened.version + 1}`}
          onSave={(said) =>
            save.attempt({
              ...{ ...said, id: opened.id, version: opened.version },
              ...{ ownerId: said.ownerId ?? null, reviewOn: said.reviewOn ?? null },
            })
          }
          onSaved={({ version }) => {
            toast(`Version ${version} is saved`, { detail: 'Publish it when it is right.', tone: 'info' })
            onClose()
          }}
          onCancel={onClose}
        />
      </div>
    </Card>
  )
}
