import { Badge, type Tone } from '../../../ui/parts/Badge.tsx'
import type { Leave } from '../contract.ts'
import { away, kindNames } from '../rules.ts'
import { shortDay } from './words.ts'

const tones: Record<Leave['state'], Tone> = {
  ...{ waiting: 'info', approved: 'good', declined: 'bad', withdrawn: 'neutral' },
}
const states: Record<Leave['state'], string> = {
  ...{ waiting: 'Waits', approved: 'Approved', declined: 'Declined', withdrawn: 'Withdrawn' },
}

export const StateMark = ({ state }: { state: Leave['state'] }) => (
  <Badge tone={tones[state]} hasMark>
    {states[state]}
  </Badge>
)

export const kindOf = ({ kind }: Pick<Leave, 'kind'>): string => (kind ? kindNames[kind] : away)

type Span = Pick<Leave, 'fromOn' | 'toOn' | 'startsHalf' | 'endsHalf'>

/** “May 4 – May 8, ends at noon” */
export function spanOf({ fromOn, toOn, startsHalf, endsHalf }: Span): string {
  if (fromOn === toOn) return `${shortDay(fromOn)}${startsHalf ? ', afternoon' : endsHalf ? ', morning' : ''}`
  const ends = [startsHalf ? 'from noon' : '', endsHalf ? 'to noon' : ''].filter(Boolean)
  return [`${shortDay(fromOn)} – ${shortDay(toOn)}`, ...ends].join(', ')
}

export const inDays = (days: number): string => (days === 1 ? '1 day' : `${days} days`)
