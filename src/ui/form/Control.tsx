import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { t } from '../messages/index.ts'
import { IconButton } from '../parts/Button.tsx'
import { Checkbox, Switch } from '../parts/Checkbox.tsx'
import { Combobox } from '../parts/Combobox.tsx'
import { Field } from '../parts/Field.tsx'
import { Input, type InputProps, Textarea } from '../parts/Input.tsx'
import { Select } from '../parts/Select.tsx'
import type { FormField } from './fields.ts'

type ControlProps = { field: FormField; value: unknown; error?: string; onChange: (value: unknown) => void }

/** One declared field, with its label, hint and error. */
export function Control(props: ControlProps) {
  const { field, error } = props
  const isInline = field.kind === 'checkbox' || field.kind === 'switch'
  return (
    <Field
      label={field.label}
      hint={field.hint}
      error={error}
      isOptional={field.isOptional}
      isInline={isInline}
    >
      <Inner {...props} />
    </Field>
  )
}

function Inner({ field, value, error, onChange }: ControlProps) {
  const { name, autoFocus, placeholder, autoComplete } = field
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const shared = { name, autoFocus, placeholder, autoComplete, value: text, onChange }
  switch (field.kind) {
    case 'textarea':
      return <Textarea {...shared} />
    case 'select':
      return (
        <Select options={field.options} value={text || null} onChange={onChange} placeholder={placeholder} />
      )
    case 'combobox':
      return (
        <Combobox
          options={field.options}
          value={text || null}
          onChange={onChange}
          isClearable={field.isOptional}
        />
      )
    case 'checkbox':
      return <Checkbox isOn={value === true} onChange={onChange} />
    case 'switch':
      return <Switch isOn={value === true} onChange={onChange} />
    case 'custom':
      return field.render({ value, onChange, isInvalid: Boolean(error) })
    case 'password':
      return <Password {...shared} />
    case 'number':
      return <Input {...shared} inputMode="decimal" className="tabular" />
    default:
      return <Input {...shared} type={field.kind ?? 'text'} />
  }
}

function Password(props: InputProps) {
  const [isShown, setShown] = useState(false)
  const Icon = isShown ? EyeOff : Eye
  return (
    <div className="relative">
      <Input {...props} type={isShown ? 'text' : 'password'} className="pr-9" />
      <IconButton
        small
        label={t(isShown ? 'form.hidePassword' : 'form.showPassword')}
        onClick={() => setShown(!isShown)}
        className="absolute top-0.5 right-0.5"
      >
        <Icon size={14} />
      </IconButton>
    </div>
  )
}
