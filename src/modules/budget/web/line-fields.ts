import { z } from 'zod'
import type { FormField } from '../../../ui/form/fields.ts'
import { kinds, kindTitles } from '../../costs/rules.ts'
import type { Line } from '../contract.ts'
import { purposes, purposeTitles } from '../rules.ts'

const words = z.string().trim().max(200).optional()

/** What is said of a line besides its months. */
export const LineDraft = z.object({
  name: z.string().trim().min(1, 'must not be empty').max(200),
  area: words,
  programme: words,
  campaign: words,
  kind: z.enum(kinds),
  channel: words,
  currency: z.string().trim().toUpperCase().length(3, 'is a code of three letters, such as EUR'),
  purpose: z.enum(['area', ...purposes]).optional(),
  isPlaceholder: z.boolean().optional(),
  note: z.string().trim().max(1000).optional(),
})
export type LineDraft = z.output<typeof LineDraft>

export const lineFields: FormField<keyof z.input<typeof LineDraft> & string>[] = [
  { name: 'name', label: 'Line', autoFocus: true },
  { name: 'area', label: 'Area', isOptional: true },
  { name: 'programme', label: 'Programme', isOptional: true },
  { name: 'campaign', label: 'Campaign', isOptional: true, hint: 'Invoices carry it into the cost ledger.' },
  {
    name: 'kind',
    label: 'Kind',
    kind: 'select',
    options: kinds.map((value) => ({ value, label: kindTitles[value] })),
  },
  {
    name: 'channel',
    label: 'Channel',
    isOptional: true,
    hint: 'As leads say it: Events, Paid search, Webinar …',
  },
  {
    name: 'purpose',
    label: 'For',
    kind: 'select',
    isOptional: true,
    options: [
      { value: 'area', label: 'As its area says' },
      ...purposes.map((value) => ({ value, label: purposeTitles[value] })),
    ],
  },
  { name: 'currency', label: 'Currency', hint: 'Three letters, such as EUR.' },
  {
    name: 'isPlaceholder',
    label: 'Placeholder: reserves its budget, nothing is spent on it',
    kind: 'checkbox',
    isOptional: true,
  },
  { name: 'note', label: 'Note', kind: 'textarea', isOptional: true },
]

/** A draft as routes take it: what was left blank is blank. */
export const saidOf = ({
  area = '',
  programme = '',
  campaign = '',
  channel = '',
  note = '',
  isPlaceholder = false,
  purpose = 'area',
  ...rest
}: LineDraft) => ({
  ...rest,
  ...{ area, programme, campaign, channel, note, isPlaceholder },
  purpose: purpose === 'area' ? null : purpose,
})

/** What a line is for, as the form shows it. */
export const purposeIn = (purpose: Line['purpose']) => purpose ?? 'area'
