import { Badge } from '../../../ui/parts/Badge.tsx'
import type { State } from '../contract.ts'
import { stateTitle } from '../rules.ts'

const tones = {
  ...{ open: 'info', asked: 'warn', deferred: 'neutral', consent: 'warn', accepted: 'good' },
  ...{ declined: 'bad', merged: 'neutral', withdrawn: 'neutral' },
} as const

export const StateBadge = ({ state }: { state: State }) => (
  <Badge tone={tones[state] as 'info'}>{stateTitle(state)}</Badge>
)
