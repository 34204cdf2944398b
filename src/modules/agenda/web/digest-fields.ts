import { z } from 'zod'
import { type Choice, rhythms, type sentStates } from '../contract.ts'

/** What a form holds: choices are texts there. */
export const Draft = z.object({ rhythm: z.enum(rhythms), hour: z.string(), weekday: z.string() })
type Draft = z.infer<typeof Draft>

export const toDraft = (choice: Choice): Draft => ({
  ...{ rhythm: choice.rhythm, hour: String(choice.hour), weekday: String(choice.weekday) },
})
export const fromDraft = ({ rhythm, hour, weekday }: Draft): Choice => ({
  ...{ rhythm, hour: Number(hour), weekday: Number(weekday) },
})

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const hours = [...Array(24).keys()]

export const fields = [
  {
    ...{ name: 'rhythm' as const, label: 'It comes', kind: 'select' as const },
    options: [
      { value: 'off', label: 'Not at all' },
      { value: 'daily', label: 'Every day' },
      { value: 'weekly', label: 'Once a week' },
    ],
  },
  {
    ...{ name: 'hour' as const, label: 'At', kind: 'select' as const },
    options: hours.map((hour) => ({ value: String(hour), label: `${String(hour).padStart(2, '0')}:00` })),
  },
  {
    ...{
      name: 'weekday' as const,
      label: 'On',
      kind: 'select' as const,
      hint: 'Of one that comes once a week.',
    },
    options: days.map((label, at) => ({ value: String(at + 1), label })),
  },
]

const states: Record<(typeof sentStates)[number], string> = {
  sending: 'Was interrupted; it is not sent twice',
  sent: 'Sent',
  empty: 'Not sent: it would have been empty',
  failed: 'Not sent',
}

export const pastWords = ({
  state,
  reason,
}: {
  state: (typeof sentStates)[number]
  reason: string
}): string => (reason ? `${states[state]}: ${reason}` : states[state])
