import { Badge, type Tone } from '../../../ui/parts/Badge.tsx'
import type { Position } from '../contract.ts'
import { stateTitles } from '../rules.ts'

const tones: Record<Position['state'], Tone> = {
  ...{ draft: 'neutral', asked: 'warn', approved: 'info', refused: 'bad', open: 'info' },
  ...{ filled: 'good', ended: 'neutral' },
}

export const StateBadge = ({ state }: { state: Position['state'] }) => (
  <Badge tone={tones[state]}>{stateTitles[state]}</Badge>
)

/** `1.5`; hours as people read them, without their unit. */
export const inHours = (minutes: number): string =>
  Number((minutes / 60).toFixed(2)).toLocaleString('en', { maximumFractionDigits: 2 })

export const inFte = (percent: number): string => (percent / 100).toFixed(2).replace(/0$/, '')
