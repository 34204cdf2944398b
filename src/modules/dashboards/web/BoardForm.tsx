import type { ReactNode } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { type Board, Name, Summary } from '../contract.ts'

const Said = z.object({ name: Name, description: Summary })
export type Said = z.output<typeof Said>

type BoardFormProps = {
  id: string
  title: string
  verb: string
  initial?: Said
  onSave: (said: Said) => Promise<Board>
  onSaved: (board: Board) => void
  onClose: () => void
  /** Above the buttons. */
  children?: ReactNode
}

/** What a dashboard is called and for whom it is. */
export const BoardForm = ({ title, verb, initial, onClose, ...form }: BoardFormProps) => (
  <Dialog isOpen onClose={onClose} title={title}>
    <Form
      {...form}
      schema={Said}
      initial={initial ?? {}}
      saveLabel={verb}
      onCancel={onClose}
      fields={[
        { name: 'name', label: 'Name', autoFocus: true },
        {
          name: 'description',
          label: 'Description',
          kind: 'textarea',
          isOptional: true,
          hint: 'For whom it is, and what to look at first.',
        },
      ]}
    />
  </Dialog>
)
