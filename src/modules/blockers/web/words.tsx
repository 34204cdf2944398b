import { Badge } from '../../../ui/parts/Badge.tsx'
import type { Blocker, PartyKind } from '../contract.ts'

export const partyNames: Record<PartyKind, string> = {
  ...{ team: 'Team', department: 'Department', agency: 'Agency', vendor: 'Vendor', client: 'Client' },
}

export const daysInWords = (days: number): string =>
  days === 0 ? 'since today' : days === 1 ? '1 day' : `${days} days`

/** Where it comes from, and whether its day has passed. */
export const Standing = ({ of }: { of: Blocker }) => (
  <>
    {of.ended ? (
      <Badge tone="good">Ended</Badge>
    ) : (
      <Badge tone={of.isOverdue ? 'bad' : 'warn'}>{of.isOverdue ? 'Overdue' : 'Open'}</Badge>
    )}
    <Badge tone={of.kind === 'external' ? 'info' : 'neutral'}>
      {of.kind === 'external' ? 'External' : 'Internal'}
    </Badge>
    {of.escalated && <Badge tone="accent">Handed up</Badge>}
  </>
)
