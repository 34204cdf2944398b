import type { FormField } from '../../../ui/form/fields.ts'
import type { Option } from '../../../ui/parts/Select.tsx'

const english = 'en'
const names = (type: 'currency') => new Intl.DisplayNames(english, { type })

const currencies = (): Option[] =>
  Intl.supportedValuesOf('currency').map((value) => ({
    value,
    label: `${value} · ${names('currency').of(value) ?? ''}`,
  }))

const timeZones = (): Option[] =>
  ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((value) => ({
    value,
    label: value.replaceAll('_', ' '),
  }))

const monthName = new Intl.DateTimeFormat(english, { month: 'long', timeZone: 'UTC' })
const months = (): Option[] =>
  Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: monthName.format(new Date(Date.UTC(2026, month, 1))),
  }))

const weekdays: Option[] = [
  { value: '1', label: 'Monday' },
  { value: '0', label: 'Sunday' },
  { value: '6', label: 'Saturday' },
]
const patterns: Option[] = [
  { value: 'calendar', label: 'Calendar months' },
  { value: '4-4-5', label: 'Weeks, 4-4-5' },
  { value: '4-5-4', label: 'Weeks, 4-5-4' },
  { value: '5-4-4', label: 'Weeks, 5-4-4' },
]

type SettingsName = 'name' | 'currency' | 'timeZone' | 'fiscalStartMonth' | 'weekStart' | 'fiscalPattern'

/** The organisation's settings as form fields; choices of a number travel as text. */
export const settingsFields = (): [FormField<SettingsName>, ...FormField<SettingsName>[]] => [
  { name: 'name', label: 'Name of the organisation', autoComplete: 'organization' },
  { name: 'currency', label: 'Currency', kind: 'combobox', options: currencies() },
  {
    name: 'timeZone',
    label: 'Time zone',
    kind: 'combobox',
    options: timeZones(),
    hint: 'Days and weeks are cut in it.',
  },
  { name: 'fiscalStartMonth', label: 'Fiscal year starts in', kind: 'select', options: months() },
  { name: 'weekStart', label: 'Week starts on', kind: 'select', options: weekdays },
  { name: 'fiscalPattern', label: 'Fiscal months are', kind: 'select', options: patterns },
]

/** What this browser suggests. */
export const suggested = () => ({
  currency: 'USD',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  fiscalStartMonth: '1',
  weekStart: '1',
  fiscalPattern: 'calendar' as const,
})
