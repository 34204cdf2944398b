import { useState } from 'react'
import { day } from '../../../ui/format/when.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { ReasonDialog } from '../../../ui/parts/ReasonDialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence, useCommand } from '../../../ui/query.ts'
import { proofing, type Whole } from '../contract.ts'
import { type Verdict, verdictNames } from '../rules.ts'
import { StateBadge } from './StateBadge.tsx'

const tones = { approved: 'good', 'with-changes': 'warn', 'sent-back': 'bad' } as const

export function DecideCard({ proof }: { proof: Whole }) {
  const who = proof.next.map((one) => one.name).join(', ')
  return (
    <Card title="Decision" actions={<StateBadge proof={proof} />}>
      <div className="flex flex-col gap-3">
        {proof.state === 'open' && (
          <p>
            Next: <strong>{who}</strong>, {proof.stage}
            {proof.dueOn && <>, by {day(proof.dueOn)}</>}
            {proof.isLate && <span className="text-bad"> (late)</span>}
          </p>
        )}
        <ol className="flex flex-col gap-2">
          {proof.stages.map((stage) => (
            <li key={stage.name}>
              <p className="text-sm text-ink-3">
                {stage.name}, by {day(stage.dueOn)},{' '}
                {stage.rule === 'all' ? 'everybody decides' : 'the first decides'}
              </p>
              {stage.reviewers.map((one) => (
                <p key={one.id} className="flex flex-wrap items-center gap-2">
                  {one.name}
                  {one.verdict && <Badge tone={tones[one.verdict]}>{verdictNames[one.verdict]}</Badge>}
                  {one.reason && (
                    <span className="basis-full text-sm wrap-anywhere text-ink-2">{one.reason}</span>
                  )}
                </p>
              ))}
            </li>
          ))}
        </ol>
        <Deeds proof={proof} />
      </div>
    </Card>
  )
}

function Deeds({ proof }: { proof: Whole }) {
  const [asking, ask] = useState<Verdict>()
  const [problem, setProblem] = useState<string | null>(null)
  const decide = useCommand(proofing.decide, { isQuiet: true, alsoRefresh: ['work', 'identity'] })
  const takeBack = useCommand(proofing.takeBack, { alsoRefresh: ['work', 'identity'] })
  const which = { id: proof.id, round: proof.round }
  const save = async (verdict: Verdict, reason: string) => {
    try {
      await decide.attempt({ ...which, verdict, reason })
      ask(undefined)
      toast(verdictNames[verdict], { undo: () => void takeBack.run(which) })
    } catch (error) {
      setProblem(sentence(error))
      if (!asking) toast(sentence(error))
    }
  }
  if (!proof.can.decide)
    return (
      <>
        <p className="text-sm text-ink-3">{proof.can.whyNot}</p>
        {proof.can.takeBack && (
          <Button small isBusy={takeBack.isRunning} onClick={() => void takeBack.run(which)}>
            Take my decision back
          </Button>
        )}
      </>
    )
  return (
    <div className="flex flex-wrap gap-2">
      <Button look="primary" isBusy={decide.isRunning} onClick={() => void save('approved', '')}>
        Approve
      </Button>
      <Button onClick={() => ask('with-changes')}>Approve with changes</Button>
      <Button onClick={() => ask('sent-back')}>Send back</Button>
      {asking && (
        <ReasonDialog
          title={asking === 'sent-back' ? 'Send it back' : 'Approve with changes'}
          label="What has to change?"
          verb={asking === 'sent-back' ? 'Send back' : 'Approve'}
          most={1000}
          problem={problem}
          isBusy={decide.isRunning}
          onSave={(reason) => void save(asking, reason)}
          onClose={() => ask(undefined)}
        />
      )}
    </div>
  )
}
