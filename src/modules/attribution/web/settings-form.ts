import { z } from 'zod'
import type { FormField } from '../../../ui/form/fields.ts'
import { ModelId, type Settings } from '../contract.ts'
import { models } from '../rules.ts'

const line = /^(.{1,80}?)\s*[:=]\s*(\d+(?:\.\d+)?)$/

/** One role a line with what it weighs: `Champion: 2`. */
function toWeights(text: string, ctx: z.RefinementCtx): Settings['roleWeights'] {
  const lines = text.split('\n').map((one) => one.trim())
  return lines.filter(Boolean).map((one) => {
    const [, role, weight] = line.exec(one) ?? []
    if (role === undefined)
      ctx.addIssue({
        code: 'custom',
        message: `“${one}” has no weight. Write “Champion: 2”, one role a line.`,
      })
    return { role: role ?? one, weight: Number(weight ?? 1) }
  })
}

const percent = z.coerce.number().min(0).max(100)

/** The settings as they stand in the fields: shares in per cent, and why they change. */
export const SettingsDraft = z.object({
  model: ModelId,
  windowDays: z.coerce.number().int().min(1).max(3650),
  halfLifeDays: z.coerce.number().positive().max(3650),
  unit: z.enum(['account-touch', 'person-touch']),
  sales: z.enum(['rolling', 'reset']),
  markovOrder: z.coerce.number().int().min(1).max(5),
  buyingGroup: z.enum(['pooled', 'two-level']),
  roleWeights: z.string().max(4000).default('').transform(toWeights),
  customFirst: percent,
  customMiddle: percent,
  customLast: percent,
  reason: z.string().trim().min(3).max(500),
})
type Draft = z.infer<typeof SettingsDraft>

const inPercent = (share: number) => String(Math.round(share * 1e12) / 1e10)

export const toDraft = ({
  custom,
  markovOrder,
  windowDays,
  halfLifeDays,
  roleWeights,
  ...rest
}: Settings) => ({
  ...rest,
  roleWeights: roleWeights.map(({ role, weight }) => `${role}: ${weight}`).join('\n'),
  windowDays: String(windowDays),
  halfLifeDays: String(halfLifeDays),
  markovOrder: String(markovOrder),
  customFirst: inPercent(custom.first),
  customMiddle: inPercent(custom.middle),
  customLast: inPercent(custom.last),
})

export const fromDraft = ({
  customFirst,
  customMiddle,
  customLast,
  reason: _,
  ...rest
}: Draft): Settings => ({
  ...rest,
  custom: { first: customFirst / 100, middle: customMiddle / 100, last: customLast / 100 },
})

export const settingsFields: FormField<keyof Draft & string>[] = [
  {
    name: 'model',
    label: 'Chosen model',
    kind: 'select',
    options: models.map(({ id, title }) => ({ value: id, label: title })),
    hint: 'Stands for all where one figure is needed. The others are worked out all the same.',
  },
  {
    name: 'windowDays',
    label: 'Window in days',
    kind: 'number',
    hint: 'Touches so many days before the close take part; earlier ones do not.',
  },
  {
    name: 'halfLifeDays',
    label: 'Half-life in days',
    kind: 'number',
    hint: 'For time decay: a touch this much earlier gets half.',
  },
  {
    name: 'unit',
    label: 'What counts as one touch',
    kind: 'select',
    options: [
      { value: 'account-touch', label: 'Of an account: a campaign on a day' },
      { value: 'person-touch', label: 'Of persons: each counts' },
    ],
    hint: 'Five colleagues at one webinar are one touch of their account, or five touches of persons.',
  },
  {
    name: 'sales',
    label: 'Touches before several sales',
    kind: 'select',
    options: [
      { value: 'rolling', label: 'Serve every sale whose window holds them' },
      { value: 'reset', label: 'Serve the next sale only' },
    ],
    hint: 'Credits of each sale add up to its revenue either way.',
  },
  {
    name: 'markovOrder',
    label: 'Order of the Markov chain',
    kind: 'select',
    options: ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value })),
    hint: 'How many steps back it remembers. Higher orders need many more journeys.',
  },
  {
    name: 'buyingGroup',
    label: 'People of one sale',
    kind: 'select',
    options: [
      { value: 'pooled', label: 'Are one journey together' },
      { value: 'two-level', label: 'Share by their role first, each by their own touches' },
    ],
    hint: 'Who has no touch passes their share on to the touches of all.',
  },
  {
    name: 'roleWeights',
    label: 'What roles weigh',
    isOptional: true,
    kind: 'textarea',
    hint: 'One a line, such as “Decision maker: 3”. Other roles weigh 1. Used where people share by role.',
  },
  { name: 'customFirst', label: 'Custom model: first touch, %', kind: 'number' },
  { name: 'customMiddle', label: 'Custom model: those between, %', kind: 'number' },
  {
    name: 'customLast',
    label: 'Custom model: last touch, %',
    kind: 'number',
    hint: 'The three add up to 100 %.',
  },
  {
    name: 'reason',
    label: 'Why do they change?',
    kind: 'textarea',
    hint: 'The reason stays with this version; the old one stays on record.',
  },
]

/** One line that tells versions apart. */
export function inWords({
  model,
  windowDays,
  halfLifeDays,
  unit,
  sales,
  markovOrder,
  buyingGroup,
  roleWeights,
}: Settings): string {
  const title = models.find(({ id }) => id === model)?.title ?? model
  return [
    title,
    `window ${windowDays} days`,
    `half-life ${halfLifeDays} days`,
    unit === 'account-touch' ? 'touches of accounts' : 'touches of persons',
    sales === 'rolling' ? 'for every sale' : 'for the next sale only',
    `Markov order ${markovOrder}`,
    ...(buyingGroup === 'two-level' ? ['shared by role first'] : []),
    ...(buyingGroup === 'two-level' ? roleWeights.map(({ role, weight }) => `${role} ${weight}`) : []),
  ].join(' · ')
}
