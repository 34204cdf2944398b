import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import type { FormField } from '../../../ui/form/fields.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { useCommand } from '../../../ui/query.ts'
import { strategy } from '../contract.ts'

const Draft = z.object({
  quote: z.string().trim().max(1000).optional(),
  replacement: z.string().trim().max(1000).optional(),
  text: z.string().trim().max(2000).optional(),
})
const kinds = [
  { value: 'comment', label: 'Comment' },
  { value: 'suggestion', label: 'Suggest other words' },
] as const

/** What is selected on the page is quoted already. */
export function RemarkForm({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<'comment' | 'suggestion'>('comment')
  const [quote] = useState(() => window.getSelection()?.toString().trim().slice(0, 1000) ?? '')
  const make = useCommand(strategy.remark, { isQuiet: true })
  const isSuggestion = kind === 'suggestion'
  const fields: FormField<keyof z.input<typeof Draft>>[] = [
    {
      name: 'quote',
      label: 'The passage',
      kind: 'textarea',
      isOptional: !isSuggestion,
      hint: 'Word for word as it stands.',
    },
    ...(isSuggestion
      ? [
          {
            name: 'replacement' as const,
            label: 'Better',
            kind: 'textarea' as const,
            hint: 'Blank takes the passage out.',
            isOptional: true,
          },
        ]
      : []),
    { name: 'text', label: isSuggestion ? 'Why' : 'Comment', kind: 'textarea', isOptional: isSuggestion },
  ]
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="On the vision"
      description="Everybody who reads it sees it, with your name."
    >
      <div className="flex flex-col gap-4">
        <Segmented
          label="Kind"
          value={kind}
          options={kinds}
          onChange={(value) => setKind(value === 'suggestion' ? 'suggestion' : 'comment')}
        />
        <Form
          key={kind}
          id={`vision-${kind}`}
          schema={Draft}
          initial={{ quote }}
          fields={fields}
          saveLabel={isSuggestion ? 'Suggest' : 'Comment'}
          onSave={({ quote: passage = '', replacement, text = '' }) =>
            make.attempt({
              kind,
              quote: passage,
              text,
              ...(isSuggestion ? { replacement: replacement ?? '' } : {}),
            })
          }
          onSaved={onClose}
          onCancel={onClose}
        />
      </div>
    </Dialog>
  )
}
