import { Badge } from '../../../ui/parts/Badge.tsx'
import type { Person } from '../contract.ts'

const states = {
  active: { tone: 'good', words: 'Active' },
  invited: { tone: 'info', words: 'Invited' },
  disabled: { tone: 'neutral', words: 'No access' },
} as const

export const StateBadge = ({ state }: { state: Person['state'] }) => (
  <Badge tone={states[state].tone}>{states[state].words}</Badge>
)
export const stateOptions = Object.entries(states).map(([value, { words }]) => ({ value, label: words }))
export const namesOf = (things: { name: string }[]) => things.map((one) => one.name).join(', ')
