import { Search } from 'lucide-react'
import { useRef, useState } from 'react'
import { useKeys } from '../../../ui/keys/useKeys.ts'
import { FaceOf, Page } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { useCan } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { answers, type Similar } from '../contract.ts'
import { AnswerCard } from './AnswerCard.tsx'
import { AskForm } from './AskForm.tsx'
import { useTyped } from './useTyped.ts'

/** Type a question, read the answer; ask it only where there is none. */
export default function AnswersPage() {
  const [words, type] = useUrl('q')
  const q = useTyped(words)
  const [isAsking, setAsking] = useState(false)
  const asked = useQuery(answers.find, { q })
  const place = useRef<HTMLDivElement>(null)
  const ask = () => setAsking(true)
  useKeys({ '/': () => place.current?.querySelector('input')?.focus(), c: ask })
  const none = asked.data?.items.length === 0
  return (
    <Page
      isNarrow
      title="Answers"
      description="Type what you want to know. What was answered before is answered at once."
      actions={
        <>
          <Button look="quiet" to="/faq">
            As everybody sees it
          </Button>
          <Button look="primary" onClick={ask}>
            Ask a question
          </Button>
        </>
      }
    >
      <div ref={place}>
        <Field label="What do you want to know?" isLabelHidden>
          <Input
            type="search"
            maxLength={300}
            placeholder="How long does a landing page take?"
            icon={<Search size={14} />}
            value={words}
            onChange={type}
          />
        </Field>
      </div>
      <FaceOf
        isLoading={asked.isPending}
        error={asked.error}
        onRetry={asked.refetch}
        empty={
          none && {
            children: q
              ? `Nothing is answered about “${q}” yet.`
              : 'No answer is published yet. Open a question that is asked often, and answer it.',
            action: <First q={q} onAsk={ask} />,
          }
        }
      >
        {() => <Found items={asked.data?.items ?? []} q={q} />}
      </FaceOf>
      {q !== '' && !none && (
        <p className="flex flex-wrap items-center gap-2 text-ink-2">
          Not what you meant?
          <Button small onClick={ask}>
            Ask it
          </Button>
        </p>
      )}
      {isAsking && <AskForm text={words} onClose={() => setAsking(false)} />}
    </Page>
  )
}

function First({ q, onAsk }: { q: string; onAsk: () => void }) {
  const mayWrite = useCan()('answers:write')
  if (q !== '' || !mayWrite)
    return (
      <Button look="primary" onClick={onAsk}>
        Ask it
      </Button>
    )
  return (
    <Button look="primary" to="/questions?only=open">
      See what is asked
    </Button>
  )
}

function Found({ items, q }: { items: Similar[]; q: string }) {
  const verdict = useCommand(answers.verdict)
  const read = useCommand(answers.markRead, { isQuiet: true })
  const mayWrite = useCan()('answers:write')
  return (
    <ul aria-label="Answers" className="flex flex-col gap-2">
      {items.map((one, at) => (
        <AnswerCard
          key={`${one.id} ${q}`}
          answer={one}
          isOpen={q !== '' && at === 0}
          onOpen={() => void read.run({ id: one.id, version: one.version })}
          onVerdict={async (isHelped) =>
            (await verdict.run({ id: one.id, version: one.version, isHelped })) !== undefined
          }
          note={
            <>
              {one.audience === 'everybody' && <Badge tone="info">For everybody</Badge>}
              <Button small look="quiet" to={`/questions/${one.id}`}>
                {mayWrite ? 'Open, to change it' : 'Open'}
              </Button>
            </>
          }
        />
      ))}
    </ul>
  )
}
