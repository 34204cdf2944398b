import { MessageSquarePlus } from 'lucide-react'
import { useState } from 'react'
import { When } from '../../../ui/format/Values.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCommand } from '../../../ui/query.ts'
import { type Suggestion, strategy, type Vision } from '../contract.ts'
import { SuggestForm } from './SuggestForm.tsx'

/** Other words that people suggest, the open ones first. */
export function Suggestions({ vision }: { vision: Vision }) {
  const [isOpen, setOpen] = useState(false)
  const [showsAll, setAll] = useState(false)
  const open = vision.suggestions.filter((one) => one.state === 'open')
  const past = vision.suggestions.filter((one) => one.state !== 'open')
  return (
    <Card
      title="Suggestions"
      actions={
        <Button small look="quiet" icon={<MessageSquarePlus size={14} />} onClick={() => setOpen(true)}>
          Suggest
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        {open.length === 0 && (
          <p className="text-ink-2">Nothing is open. Everybody may suggest other words for a passage.</p>
        )}
        {[...open, ...(showsAll ? past : [])].map((one) => (
          <One key={one.id} suggestion={one} />
        ))}
        {past.length > 0 && (
          <Button small look="quiet" onClick={() => setAll(!showsAll)}>
            {showsAll ? 'Hide what is answered' : `Show ${past.length} answered`}
          </Button>
        )}
      </div>
      {isOpen && <SuggestForm onClose={() => setOpen(false)} />}
    </Card>
  )
}

function One({ suggestion }: { suggestion: Suggestion }) {
  const { quote, replacement, text, answer, state } = suggestion
  return (
    <article
      aria-label={`suggestion by ${suggestion.by}`}
      className="flex flex-col gap-1 border-b border-line pb-3 last:border-0 last:pb-0"
    >
      <span className="flex flex-wrap items-center gap-2 text-sm text-ink-3">
        <span className="font-medium text-ink">{suggestion.by}</span>
        <When at={suggestion.at} />
        <Badge tone={state === 'accepted' ? 'good' : 'neutral'}>{state}</Badge>
      </span>
      <del className="text-ink-3">{quote}</del>
      <ins className="text-good no-underline">{replacement || '(take it out)'}</ins>
      {text && <p>{text}</p>}
      {answer && <p className="text-sm text-ink-3">{`${answer.by}: ${answer.says || state}`}</p>}
      {suggestion.can.answer && <Answer suggestion={suggestion} />}
    </article>
  )
}

function Answer({ suggestion: { id, can } }: { suggestion: Suggestion }) {
  const answer = useCommand(strategy.answerSuggestion)
  const say = (verdict: 'accepted' | 'declined' | 'resolved') => void answer.run({ id, verdict })
  return (
    <div className="flex flex-wrap items-center gap-2">
      {can.whyNotApply === null && (
        <Button small isBusy={answer.isRunning} onClick={() => say('accepted')}>
          Accept
        </Button>
      )}
      <Button small look="quiet" isBusy={answer.isRunning} onClick={() => say('declined')}>
        Decline
      </Button>
      {can.whyNotApply && (
        <Button small look="quiet" isBusy={answer.isRunning} onClick={() => say('resolved')}>
          Resolve
        </Button>
      )}
      {can.whyNotApply && <span className="text-sm text-ink-3">{can.whyNotApply}</span>}
    </div>
  )
}
