import { useState } from 'react'
import type { z } from 'zod'
import { When } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Dispute as DisputeSchema, pipeline } from '../contract.ts'

type Dispute = z.infer<typeof DisputeSchema>

export function Disputes({ disputes }: { disputes: Dispute[] }) {
  if (disputes.length === 0) return null
  return (
    <Card title="Disputed">
      <ul className="flex flex-col gap-4">
        {disputes.map((one) => (
          <li key={one.id} className="flex flex-col gap-1">
            <p>“{one.reason}”</p>
            <p className="text-sm text-ink-3">
              {one.by}, <When at={one.at} />
            </p>
            <Answer dispute={one} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Answer({ dispute }: { dispute: Dispute }) {
  const can = useCan()
  if (dispute.verdict) {
    return (
      <div className="border-l-2 border-line-strong pl-3">
        <p>
          <Badge tone={dispute.verdict === 'upheld' ? 'good' : 'neutral'}>
            {dispute.verdict === 'upheld' ? 'Upheld' : 'Declined'}
          </Badge>{' '}
          {dispute.answer}
        </p>
        <p className="text-sm text-ink-3">
          {dispute.answeredBy}, <When at={dispute.answeredAt} />
        </p>
      </div>
    )
  }
  return can('quality:manage') ? <Answering id={dispute.id} /> : <Badge tone="warn">Not answered yet</Badge>
}

function Answering({ id }: { id: string }) {
  const [answer, setAnswer] = useState('')
  const send = useCommand(pipeline.answerDispute)
  const isShort = answer.trim().length < 3
  const say = (verdict: 'upheld' | 'declined') => void send.run({ id, verdict, answer: answer.trim() })
  return (
    <div className="mt-1 flex flex-col gap-2">
      <Textarea
        aria-label="Answer"
        placeholder="Answer with the reason…"
        rows={2}
        value={answer}
        maxLength={1000}
        onChange={setAnswer}
      />
      <div className="flex gap-2">
        <Button small disabled={isShort} isBusy={send.isRunning} onClick={() => say('upheld')}>
          Uphold
        </Button>
        <Button small disabled={isShort} isBusy={send.isRunning} onClick={() => say('declined')}>
          Decline
        </Button>
      </div>
    </div>
  )
}
