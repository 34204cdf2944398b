import { Badge, type Tone } from '../../../ui/parts/Badge.tsx'
import type { Ask, AskState } from '../contract.ts'
import { agoWords, stateTitle } from '../rules.ts'

const tones: Record<AskState, Tone> = {
  asked: 'warn',
  accepted: 'info',
  done: 'good',
  declined: 'bad',
  withdrawn: 'neutral',
}

export const StateBadge = ({ state }: { state: AskState }) => (
  <Badge tone={tones[state]}>{stateTitle(state)}</Badge>
)

export const sizes = [
  { value: 'S', label: 'S', hint: 'Hours' },
  { value: 'M', label: 'M', hint: 'Days' },
  { value: 'L', label: 'L', hint: 'Weeks' },
  { value: 'XL', label: 'XL', hint: 'Months' },
] as const

/** How long it has been open, or was. */
export function sinceWords({ age, rank }: Ask): string {
  if (rank === null) return age === 1 ? 'open for 1 day' : `open for ${age} days`
  return agoWords(age)
}
