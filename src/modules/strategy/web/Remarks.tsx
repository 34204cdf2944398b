import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { When } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Remark, strategy, type Vision } from '../contract.ts'
import { RemarkForm } from './RemarkForm.tsx'

/** Comments and suggestions, the open ones first. */
export function Remarks({ vision }: { vision: Vision }) {
  const [isOpen, setOpen] = useState(false)
  const [showsAll, setAll] = useState(false)
  const open = vision.remarks.filter((one) => one.state === 'open')
  const past = vision.remarks.filter((one) => one.state !== 'open')
  return (
    <Card
      title="Comments and suggestions"
      actions={
        <Button small look="quiet" icon={<MessageSquarePlus size={14} />} onClick={() => setOpen(true)}>
          Comment
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        {open.length === 0 && (
          <p className="text-ink-2">Nothing is open. Everybody may comment and suggest.</p>
        )}
        {[...open, ...(showsAll ? past : [])].map((one) => (
          <One key={one.id} remark={one} />
        ))}
        {past.length > 0 && (
          <Button small look="quiet" onClick={() => setAll(!showsAll)}>
            {showsAll ? 'Hide what is answered' : `Show ${past.length} answered`}
          </Button>
        )}
      </div>
      {isOpen && <RemarkForm onClose={() => setOpen(false)} />}
    </Card>
  )
}

function One({ remark }: { remark: Remark }) {
  const { quote, replacement, text, answer } = remark
  return (
    <article
      aria-label={`${remark.kind} by ${remark.by}`}
      className="flex flex-col gap-1 border-b border-line pb-3 last:border-0 last:pb-0"
    >
      <span className="flex flex-wrap items-center gap-2 text-sm text-ink-3">
        <span className="font-medium text-ink">{remark.by}</span>
        <When at={remark.at} />
        <Badge tone={remark.state === 'accepted' ? 'good' : 'neutral'}>
          {remark.state === 'open' ? remark.kind : remark.state}
        </Badge>
      </span>
      {quote &&
        (replacement === null ? (
          <q className="text-ink-2">{quote}</q>
        ) : (
          <del className="text-ink-3">{quote}</del>
        ))}
      {replacement !== null && <ins className="text-good no-underline">{replacement || '(take it out)'}</ins>}
      {text && <p>{text}</p>}
      {answer && <p className="text-sm text-ink-3">{`${answer.by}: ${answer.says || remark.state}`}</p>}
      {remark.can.answer && <Answer remark={remark} />}
    </article>
  )
}

function Answer({ remark }: { remark: Remark }) {
  const answer = useCommand(strategy.answerRemark)
  const say = (verdict: 'accepted' | 'declined' | 'resolved') => void answer.run({ id: remark.id, verdict })
  const isSuggestion = remark.kind === 'suggestion'
  return (
    <div className="flex flex-wrap items-center gap-2">
      {isSuggestion && remark.can.whyNotApply === null && (
        <Button small isBusy={answer.isRunning} onClick={() => say('accepted')}>
          Accept
        </Button>
      )}
      {isSuggestion && (
        <Button small look="quiet" isBusy={answer.isRunning} onClick={() => say('declined')}>
          Decline
        </Button>
      )}
      {(!isSuggestion || remark.can.whyNotApply) && (
        <Button small look="quiet" isBusy={answer.isRunning} onClick={() => say('resolved')}>
          Resolve
        </Button>
      )}
      {remark.can.whyNotApply && <span className="text-sm text-ink-3">{remark.can.whyNotApply}</span>}
    </div>
  )
}
