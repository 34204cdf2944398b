import { Badge, type Tone } from '../../../ui/parts/Badge.tsx'
import type { Listed, Readiness } from '../contract.ts'
import { inDays, type State, stateTitles } from '../rules.ts'

const tones: Record<State, Tone> = {
  planned: 'neutral',
  confirmed: 'info',
  launched: 'good',
  'called-off': 'warn',
}

export const StateBadge = ({ state }: { state: State }) => (
  <Badge tone={tones[state]}>{stateTitles[state]}</Badge>
)

export const isOpen = (one: Pick<Listed, 'state'>): boolean =>
  one.state === 'planned' || one.state === 'confirmed'

/** How far off a day is. */
export function awayWords(days: number): string {
  if (days === 0) return 'today'
  return days > 0 ? `in ${inDays(days)}` : `${inDays(-days)} ago`
}

export const readyTone = (one: { inDays: number; readiness: Readiness }): Tone => {
  if (one.readiness.isReady) return 'good'
  return one.readiness.late > 0 || one.inDays <= 7 ? 'bad' : 'warn'
}
