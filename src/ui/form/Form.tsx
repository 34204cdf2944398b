import { type ReactNode, useRef, useState } from 'react'
import type { z } from 'zod'
import { Problem } from '../../kernel/errors.ts'
import { t } from '../messages/index.ts'
import { Notice } from '../parts/Badge.tsx'
import { Button } from '../parts/Button.tsx'
import { sentence } from '../query.ts'
import { Control } from './Control.tsx'
import { complaints, type Draft, type FieldErrors, type FormField, toInput } from './fields.ts'
import { useDraft } from './useDraft.ts'

export type FormProps<S extends z.ZodObject, R> = {
  /** Names the kept draft; give the record's id in it when editing: `goal-42`. */
  id: string
  schema: S
  initial?: Partial<z.input<S>>
  fields: FormField<keyof z.input<S> & string>[]
  onSave: (value: z.output<S>) => Promise<R>
  onSaved?: (result: R) => void
  onCancel?: () => void
  saveLabel?: string
  /** Said after the reason when it did not work. */
  failedWords?: string
  /** Above the buttons. */
  children?: ReactNode
}

export function Form<S extends z.ZodObject, R>({
  id,
  schema,
  initial = {},
  fields,
  onSave,
  onSaved,
  onCancel,
  saveLabel,
  failedWords = t('form.notSaved'),
  children,
}: FormProps<S, R>) {
  const form = useRef<HTMLFormElement>(null)
  const secrets = fields.filter((field) => field.kind === 'password').map((field) => field.name)
  const { draft, change, forget, discard, isRestored } = useDraft(id, initial as Draft, secrets)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState('')
  const [isBusy, setBusy] = useState(false)

  const show = (found: FieldErrors, words: string) => {
    setErrors(found)
    setFailure(words)
    requestAnimationFrame(() => {
      const field = form.current?.querySelector<HTMLElement>('[aria-invalid=true]')
      if (field) field.focus()
      else form.current?.querySelector('[role=alert]')?.scrollIntoView({ block: 'center' })
    })
  }
  const save = async () => {
    const input = toInput(draft, fields)
    const parsed = schema.safeParse(input)
    if (!parsed.success) {
      const found = complaints(parsed.error, input, t('form.required'))
      return show(found, strangers(found, fields) || t('form.check', { n: Object.keys(found).length }))
    }
    setBusy(true)
    setErrors({})
    setFailure('')
    try {
      const result = await onSave(parsed.data)
      forget()
      onSaved?.(result)
    } catch (error) {
      show(serverErrors(error), `${sentence(error)} ${failedWords}`)
    } finally {
      setBusy(false)
    }
  }
  const cancel = () => {
    forget()
    onCancel?.()
  }

  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void save()
      }}
    >
      {isRestored && (
        <Notice
          action={
            <Button small onClick={discard}>
              {t('form.discard')}
            </Button>
          }
        >
          {t('form.restored')}
        </Notice>
      )}
      {failure && <Notice tone="bad">{failure}</Notice>}
      {fields.map((field) => (
        <Control
          key={field.name}
          field={field}
          value={draft[field.name]}
          error={errors[field.name]}
          onChange={(value) => {
            change(field.name, value)
            if (errors[field.name]) setErrors({ ...errors, [field.name]: '' })
          }}
        />
      ))}
      {children}
      <div className="flex gap-2">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {saveLabel ?? t('form.save')}
        </Button>
        {onCancel && (
          <Button look="quiet" onClick={cancel}>
            {t('form.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Complaints about what is not a field of this form still have to be read by somebody. */
function strangers(found: FieldErrors, fields: readonly FormField[]): string {
  const known = new Set(fields.map((field) => field.name))
  return Object.entries(found)
    .filter(([name]) => !known.has(name))
    .map(([name, words]) => (name ? `${name}: ${words}` : words))
    .join(' ')
}

const serverErrors = (error: unknown): FieldErrors =>
  error instanceof Problem
    ? Object.fromEntries((error.fields ?? []).map(({ field, message }) => [field, message]))
    : {}
