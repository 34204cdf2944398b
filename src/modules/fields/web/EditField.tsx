import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import type { FormField } from '../../../ui/form/fields.ts'
import { Meanwhile } from '../../../ui/form/Meanwhile.tsx'
import { useOpened } from '../../../ui/form/useOpened.ts'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Field, fields } from '../contract.ts'
import { demands, demandTitles, hasOptions, types, typeTitles } from '../rules.ts'

const Draft = z.object({
  kind: z.string(),
  type: z.enum(types),
  label: z.string('needs a name'),
  help: z.string().default(''),
  requiredFrom: z.enum(demands),
  /** One choice a line. */
  choices: z.string().default(''),
})
type Draft = z.output<typeof Draft>

const labels = (text: string): string[] =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

/** A choice keeps its id by its name, or, where as many lines stand as before, by its place: it was renamed. */
export function optionsOf(text: string, before: Field['options']): { id?: string; label: string }[] {
  const standing = before.filter((one) => !one.isRetired)
  const said = labels(text)
  const taken = new Set(standing.filter((one) => said.includes(one.label)).map((one) => one.id))
  return said.map((label, at) => {
    const named = standing.find((one) => one.label === label)
    const placed = said.length === standing.length ? standing[at] : undefined
    const id = named?.id ?? (placed && !taken.has(placed.id) ? placed.id : undefined)
    return { ...(id ? { id } : {}), label }
  })
}

type EditFieldProps = {
  field: Field | null
  kind: string
  kinds: readonly { kind: string; title: string }[]
  onClose: () => void
}

/** Defines a field, or changes one: its kind and type stay for good. */
export function EditField({ field, kind, kinds, onClose }: EditFieldProps) {
  const define = useCommand(fields.define, { isQuiet: true, alsoRefresh: ['campaigns'] })
  const change = useCommand(fields.change, { isQuiet: true, alsoRefresh: ['campaigns'] })
  const { opened, open, newer } = useOpened(field)
  const save = ({ choices, type, kind, ...said }: Draft) => {
    const options = optionsOf(choices, opened?.options ?? [])
    return opened
      ? change.attempt({ ...said, options, id: opened.id, version: opened.version })
      : define.attempt({ ...said, kind, type, options: hasOptions(type) ? options : [] })
  }
  return (
    <Dialog isOpen onClose={onClose} title={opened ? `Change ${opened.label}` : 'Define a field'}>
      {newer && <Meanwhile by={null} what="this field" onLoad={() => open(newer)} />}
      <Form
        key={opened?.version}
        id={opened ? `field-${opened.id}-${opened.version}` : 'field-new'}
        schema={Draft}
        initial={initialOf(opened, kind)}
        fields={opened ? changeable(opened) : [...settled(kinds), ...about, choices]}
        onSave={save}
        onSaved={onClose}
        onCancel={onClose}
      />
    </Dialog>
  )
}

const initialOf = (field: Field | null, kind: string): z.input<typeof Draft> => ({
  kind: field?.kind ?? kind,
  type: field?.type ?? 'text',
  label: field?.label ?? '',
  help: field?.help ?? '',
  requiredFrom: field?.requiredFrom ?? 'never',
  choices: (field?.options ?? [])
    .filter((one) => !one.isRetired)
    .map((one) => one.label)
    .join('\n'),
})

type Fields = FormField<keyof Draft & string>[]

const settled = (kinds: EditFieldProps['kinds']): Fields => [
  {
    name: 'kind',
    label: 'Of',
    kind: 'select',
    options: kinds.map(({ kind, title }) => ({ value: kind, label: title })),
  },
  {
    name: 'type',
    label: 'Type',
    kind: 'select',
    hint: 'It stays for good.',
    options: types.map((value) => ({ value, label: typeTitles[value] })),
  },
]

const about: Fields = [
  { name: 'label', label: 'Name', autoFocus: true },
  { name: 'help', label: 'Help', isOptional: true, hint: 'Stands below the field in forms.' },
  {
    name: 'requiredFrom',
    label: 'Required',
    kind: 'select',
    options: demands.map((value) => ({ value, label: demandTitles[value] })),
  },
]

const choices: Fields[number] = {
  name: 'choices',
  label: 'Choices',
  kind: 'textarea',
  isOptional: true,
  hint: 'One a line; for “one of” and “several of”.',
}

const changeable = (field: Field): Fields => (hasOptions(field.type) ? [...about, choices] : about)
