import { useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { answers, type Guide, GuideTerms } from '../contract.ts'
import { phases } from './guide-words.ts'
import { ServesField, type Tie } from './ServesField.tsx'

const Draft = GuideTerms.pick({ title: true, summary: true, body: true, phase: true, ties: true }).extend({
  ownerId: z.string().optional(),
  reviewOn: z.iso.date().optional(),
  reason: z.string().max(300).optional(),
})

type GuideFormProps = { guide: Guide | null; onClose: () => void }

/** Write a guide, or its next version. */
export function GuideForm({ guide, onClose }: GuideFormProps) {
  const navigate = useNavigate()
  const { opened, open, newer } = useOpened<Guide | null>(guide)
  const add = useCommand(answers.addGuide, { isQuiet: true })
  const change = useCommand(answers.changeGuide, { isQuiet: true })
  const fields = useGuideFields(opened)
  const save = ({ reason, ...said }: z.output<typeof Draft>) => {
    const terms = { ...said, ownerId: said.ownerId ?? null, reviewOn: said.reviewOn ?? null }
    return opened
      ? change.attempt({ ...terms, id: opened.id, version: opened.version, reason: reason ?? '' })
      : add.attempt(terms)
  }
  return (
    <Dialog isOpen size="large" onClose={onClose} title={opened ? `Change ${opened.title}` : 'Write a guide'}>
      <div className="flex flex-col gap-4">
        {newer && <Meanwhile by={newer.changedBy} what="this guide" onLoad={() => open(newer)} />}
        <Form
          key={opened?.version ?? 0}
          id={`guide-${opened ? `${opened.id}-${opened.version}` : 'new'}`}
          schema={Draft}
          initial={opened ? initialOf(opened) : { phase: 'planning', ties: [] }}
          fields={fields}
          saveLabel={opened ? 'Save' : 'Write it'}
          onSave={save}
          onSaved={({ id }) => {
            onClose()
            if (!opened) void navigate({ to: `/guides/${id}` })
          }}
          onCancel={onClose}
        />
      </div>
    </Dialog>
  )
}

const initialOf = ({ title, summary, body, phase, owner, reviewOn, serves }: Guide) => ({
  ...{ title, summary, body, phase, ownerId: owner?.id, reviewOn: reviewOn ?? undefined },
  ties: serves.map(({ kind, id }) => ({ kind, id })),
})

function useGuideFields(opened: Guide | null) {
  const people = useQuery(identity.people, {}).data?.people ?? []
  const options = people
    .filter((one) => one.state !== 'disabled')
    .map(({ id, name, title }) => ({ value: id, label: name, hint: title }))
  const single = opened?.serves.filter((one) => one.id !== null) ?? []
  const reason = { name: 'reason' as const, label: 'What changed', isOptional: true }
  return [
    { name: 'title' as const, label: 'Title', autoFocus: true },
    { name: 'summary' as const, label: 'In a sentence' },
    { name: 'phase' as const, label: 'Helps with', kind: 'select' as const, options: phases },
    {
      ...{ name: 'body' as const, label: 'Guide', kind: 'textarea' as const },
      hint: 'Plain words. A blank line parts paragraphs, “- ” begins a point, addresses become links.',
    },
    {
      ...{ name: 'ties' as const, label: 'Shown on', kind: 'custom' as const, isOptional: true },
      render: ({ value, onChange }: { value: unknown; onChange: (value: unknown) => void }) => (
        <ServesField value={(value as Tie[] | undefined) ?? []} single={single} onChange={onChange} />
      ),
    },
    { name: 'ownerId' as const, label: 'Owner', kind: 'combobox' as const, isOptional: true, options },
    { name: 'reviewOn' as const, label: 'Look at it again on', kind: 'date' as const, isOptional: true },
    ...(opened ? [reason] : []),
  ]
}
