import { Badge, type Tone } from '../../../ui/parts/Badge.tsx'
import { type State, stateTitles } from '../rules.ts'

const tones: Record<State, Tone> = {
  due: 'neutral',
  delivered: 'info',
  accepted: 'good',
  'sent-back': 'warn',
}

export const DeliverableState = ({ state, isLate }: { state: State; isLate: boolean }) => (
  <span className="flex flex-wrap gap-1">
    <Badge tone={tones[state]}>{stateTitles[state]}</Badge>
    {isLate && <Badge tone={state === 'accepted' ? 'neutral' : 'bad'}>Late</Badge>}
  </span>
)

type Delivery = { id: string; link: string; by: string; on: string; note: string }

/** Where a delivery is to be found; it opens beside the app and does not learn where it was opened from. */
export const DeliveryLink = ({ one, what }: { one: Delivery; what: string }) => (
  <span className="min-w-0 break-words">
    <a href={one.link} rel="noreferrer noopener" target="_blank" className="text-accent-ink underline">
      Open
      <span className="sr-only">{`: ${what}, in a new window`}</span>
    </a>
    <span className="text-ink-3">{` ${one.by}, ${one.on}${one.note ? `: ${one.note}` : ''}`}</span>
  </span>
)

export const agreementTitles = { ahead: 'Not begun', running: 'Running', over: 'Over' } as const

export const spanWords = ({ fromOn, untilOn }: { fromOn: string; untilOn: string | null }): string =>
  untilOn ? `${fromOn} – ${untilOn}` : `since ${fromOn}`
