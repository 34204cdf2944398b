import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Day } from '../../../ui/format/Values.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Textarea } from '../../../ui/parts/Input.tsx'
import { sentence, useCommand, useQuery } from '../../../ui/query.ts'
import { type Displacement, intake } from '../contract.ts'
import { PriceShown } from './OutlookShown.tsx'

/** May your work wait? Nothing happens before you say yes. */
export default function ConsentPage() {
  const { id = '' } = useParams({ strict: false })
  const asked = useQuery(intake.displacement, { id })
  const one = asked.data
  return (
    <Page
      title={one ? `May ${one.item} wait?` : 'Consent'}
      isNarrow
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() =>
        one && (
          <>
            <p className="text-lg">
              {one.askedBy} would accept “{one.request}” in its place. Your work would be due on{' '}
              <strong>
                <Day date={one.dueOn} />
              </strong>
              {one.wasDueOn && (
                <>
                  {' '}
                  instead of <Day date={one.wasDueOn} />
                </>
              )}
              .
            </p>
            {one.words && <p className="text-ink-2">{one.words}</p>}
            <Said one={one} />
            {one.price && <PriceShown price={one.price} />}
            {one.whyNot ? <Notice>{one.whyNot}</Notice> : <Answer one={one} />}
          </>
        )
      }
    </Page>
  )
}

const Said = ({ one }: { one: { purpose: string; hurry: string; impact: string } }) => (
  <Card title="What is asked for">
    <dl className="flex flex-col gap-3">
      {(
        [
          ['What is it for?', one.purpose],
          ['Why so quickly?', one.hurry],
          ['What is the impact?', one.impact],
        ] as const
      ).map(([label, said]) => (
        <div key={label}>
          <dt className="text-sm text-ink-3">{label}</dt>
          <dd className="break-words whitespace-pre-line">{said}</dd>
        </div>
      ))}
    </dl>
  </Card>
)

function Answer({ one }: { one: Displacement }) {
  const [words, setWords] = useState('')
  const consent = useCommand(intake.consent, { isQuiet: true, alsoRefresh: ['work', 'identity'] })
  const say = (isAccepted: boolean) => void consent.run({ id: one.id, isAccepted, words })
  return (
    <div className="flex flex-col gap-4">
      <Field label="Your words" hint="To refuse, say why it cannot wait.">
        <Textarea value={words} onChange={setWords} rows={3} maxLength={1000} />
      </Field>
      {consent.error && <Notice tone="bad">{sentence(consent.error)}</Notice>}
      <div className="flex gap-2">
        <Button look="primary" isBusy={consent.isRunning} onClick={() => say(true)}>
          Yes, it may wait
        </Button>
        <Button isBusy={consent.isRunning} onClick={() => say(false)}>
          No
        </Button>
      </div>
    </div>
  )
}
