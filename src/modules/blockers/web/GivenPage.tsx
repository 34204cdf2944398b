import { useState } from 'react'
import { z } from 'zod'
import { FormDialog } from '../../../ui/form/FormDialog.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { type Asked, blockers } from '../contract.ts'
import { Answers } from './Behind.tsx'
import { daysInWords } from './words.tsx'

/** What waits for the agency of a guest. */
export default function GivenPage() {
  const asked = useQuery(blockers.mine, {})
  const [asking, ask] = useState<Asked | null>(null)
  const items = asked.data?.items ?? []
  return (
    <Page
      title="Waits for you"
      description="Work that stands still until you answer. Say by when it comes."
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
      empty={items.length === 0 && { children: 'Nothing waits for you. What does is shown here at once.' }}
    >
      {() => (
        <Card title={asked.data?.agency ?? 'Your agency'}>
          <ul className="flex flex-col divide-y divide-line">
            {items.map((one) => (
              <Line key={one.id} one={one} onAnswer={() => ask(one)} />
            ))}
          </ul>
          {asking && <AnswerForm of={asking} onClose={() => ask(null)} />}
        </Card>
      )}
    </Page>
  )
}

const Line = ({ one, onAnswer }: { one: Asked; onAnswer: () => void }) => (
  <li className="flex flex-wrap items-start gap-3 py-3">
    <div className="flex min-w-0 flex-1 flex-col gap-2">
      <p className="font-medium break-words">{one.reason}</p>
      <p className="text-sm text-ink-3">
        {one.item} · {daysInWords(one.days)}
      </p>
      <Answers of={one} />
    </div>
    <Button onClick={onAnswer}>
      Answer
      <span className="sr-only">{`: ${one.item}`}</span>
    </Button>
  </li>
)

const Draft = z.object({
  text: z.string().min(2, 'needs words').max(2000),
  expectedOn: z.iso.date('is not a date').optional(),
})

function AnswerForm({ of, onClose }: { of: Asked; onClose: () => void }) {
  const answer = useCommand(blockers.answerMine, { isQuiet: true })
  return (
    <FormDialog
      title={`Answer for ${of.item}`}
      description={of.reason}
      onClose={onClose}
      id={`given-${of.id}`}
      schema={Draft}
      fields={[
        { name: 'text', label: 'Answer', kind: 'textarea', autoFocus: true },
        { name: 'expectedOn', label: 'It comes on', kind: 'date', isOptional: true },
      ]}
      saveLabel="Answer"
      onSave={({ text, expectedOn }) => answer.attempt({ id: of.id, text, expectedOn: expectedOn ?? null })}
    />
  )
}
