import { z } from 'zod'
import type { CustomControl, FormField } from '../../../ui/form/fields.ts'
import { Input, Textarea } from '../../../ui/parts/Input.tsx'
import { DateInput } from '../../../ui/period/DateRange.tsx'
import { Asked, type OfferedType, type Question } from '../contract.ts'
import type { Typed } from './AskForm.tsx'

const own = 'answers.'
const nameOf = (question: Question) => `${own}${question.id}`

/** The three questions, the type’s own, and who asks; each a field by itself. */
export const schemaOf = ({ questions }: OfferedType): z.ZodObject<Record<string, z.ZodType>> =>
  z.object({
    ...(Asked.omit({ answers: true }).shape as Record<string, z.ZodType>),
    ...Object.fromEntries(
      questions
        .filter((one) => one.kind !== 'file')
        .map((one) => [nameOf(one), one.isRequired ? z.coerce.string() : z.coerce.string().optional()]),
    ),
  })

/** What stands in the fields, as the route takes it. */
export function answersOf(value: Record<string, unknown>): z.output<typeof Asked> {
  const entries = Object.entries(value)
  const answers = entries.filter(([name, said]) => name.startsWith(own) && said !== undefined)
  return {
    ...(Object.fromEntries(entries.filter(([name]) => !name.startsWith(own))) as z.output<typeof Asked>),
    answers: Object.fromEntries(answers.map(([name, said]) => [name.slice(own.length), String(said)])),
  }
}

type Told = (patch: Partial<Typed>) => void

/** A control whose words are also read beside the form. */
const overheard =
  (kind: 'line' | 'words' | 'day', hear: (text: string) => void) =>
  ({ value, onChange }: CustomControl) => {
    const change = (text: string) => {
      onChange(text)
      hear(text)
    }
    const text = String(value ?? '')
    if (kind === 'day') return <DateInput label="By when would you like it?" value={text} onChange={change} />
    if (kind === 'words') return <Textarea value={text} onChange={change} rows={4} />
    return <Input value={text} onChange={change} maxLength={200} />
  }

export const fieldsOf = ({ questions }: OfferedType, told: Told): FormField[] => [
  {
    ...{ name: 'title', label: 'What do you need?', kind: 'custom' },
    render: overheard('line', (title) => told({ title })),
  },
  {
    ...{ name: 'purpose', label: 'What is it for?', kind: 'custom' },
    render: overheard('words', (purpose) => told({ purpose })),
  },
  { name: 'hurry', label: 'Why do you need it so quickly?', kind: 'textarea' },
  { name: 'impact', label: 'What is the impact?', kind: 'textarea' },
  ...questions.filter((one) => one.kind !== 'file').map(ownField),
  {
    ...{ name: 'wishedOn', label: 'By when would you like it?', kind: 'custom', isOptional: true },
    hint: 'A wish. What it would take is said beside.',
    render: overheard('day', (wishedOn) => told({ wishedOn })),
  },
  { name: 'asker', label: 'Your name', autoComplete: 'name' },
  { name: 'department', label: 'Your department or firm', isOptional: true, autoComplete: 'organization' },
  { name: 'email', label: 'Your e-mail', kind: 'email', isOptional: true, autoComplete: 'email' },
  { name: 'wantsMail', label: 'Tell me by e-mail when something changes', kind: 'checkbox' },
]

function ownField(question: Question): FormField {
  const basis = { name: nameOf(question), label: question.label, isOptional: !question.isRequired }
  if (question.kind === 'choice')
    return { ...basis, kind: 'select', options: question.options.map((value) => ({ value, label: value })) }
  if (question.kind === 'long') return { ...basis, kind: 'textarea' }
  if (question.kind === 'number') return { ...basis, kind: 'number' }
  if (question.kind === 'day') return { ...basis, kind: 'date' }
  return { ...basis, ...(question.kind === 'link' ? { placeholder: 'https://' } : {}) }
}
