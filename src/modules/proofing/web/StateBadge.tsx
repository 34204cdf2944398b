import { Badge } from '../../../ui/parts/Badge.tsx'
import type { Proof } from '../contract.ts'
import { verdictNames } from '../rules.ts'

const tones = { approved: 'good', 'with-changes': 'warn', 'sent-back': 'bad' } as const

export function StateBadge({ proof }: { proof: Pick<Proof, 'state' | 'verdict' | 'isMine'> }) {
  if (proof.state === 'withdrawn') return <Badge>Withdrawn</Badge>
  if (proof.verdict) return <Badge tone={tones[proof.verdict]}>{verdictNames[proof.verdict]}</Badge>
  return proof.isMine ? <Badge tone="accent">Waits for you</Badge> : <Badge tone="info">Open</Badge>
}
