import { Badge } from '../../../ui/parts/Badge.tsx'
import type { Line } from '../contract.ts'
import { stateTitle } from '../rules.ts'

const tones = { open: 'warn', draft: 'info', published: 'good' } as const

export const StateBadge = ({ state }: { state: Line['state'] }) => (
  <Badge tone={tones[state]}>{stateTitle(state)}</Badge>
)
