import type { z } from 'zod'
import { Dialog } from '../parts/Dialog.tsx'
import { Form, type FormProps } from './Form.tsx'

type FormDialogProps<S extends z.ZodObject, R> = Omit<FormProps<S, R>, 'onCancel'> & {
  title: string
  description?: string
  onClose: () => void
}

/** A form in a dialog, which closes once it is saved. */
export const FormDialog = <S extends z.ZodObject, R>({
  title,
  description,
  onClose,
  onSaved,
  ...form
}: FormDialogProps<S, R>) => (
  <Dialog isOpen onClose={onClose} title={title} description={description}>
    <Form<S, R>
      {...form}
      onSaved={(saved) => {
        onClose()
        onSaved?.(saved)
      }}
      onCancel={onClose}
    />
  </Dialog>
)
