import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { strategy } from '../contract.ts'

const Draft = z.object({
  quote: z.string().trim().min(1, 'names the passage').max(1000),
  replacement: z.string().trim().max(1000).optional(),
  text: z.string().trim().max(2000).optional(),
})

/** What is selected on the page is quoted already. */
export function SuggestForm({ onClose }: { onClose: () => void }) {
  const [quote] = useState(() => window.getSelection()?.toString().trim().slice(0, 1000) ?? '')
  const suggest = useCommand(strategy.suggest, { isQuiet: true })
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Suggest other words"
      description="Everybody who reads the vision sees it, with your name."
    >
      <Form
        id="vision-suggestion"
        schema={Draft}
        initial={{ quote }}
        fields={[
          { name: 'quote', label: 'The passage', kind: 'textarea', hint: 'Word for word as it stands.' },
          {
            name: 'replacement',
            label: 'Better',
            kind: 'textarea',
            hint: 'Blank takes the passage out.',
            isOptional: true,
          },
          { name: 'text', label: 'Why', kind: 'textarea', isOptional: true },
        ]}
        saveLabel="Suggest"
        onSave={({ quote: passage, replacement = '', text = '' }) =>
          suggest.attempt({ quote: passage, replacement, text })
        }
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}
