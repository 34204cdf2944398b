import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { NoteText, sprints } from '../contract.ts'

const Draft = z.object({
  by: z.string().min(2, 'is needed').max(80),
  part: z.enum(['product', 'process']),
  text: NoteText,
})

/** What somebody outside sees by a link: the goal, and where to say what they think. */
export default function FeedbackPage() {
  const { token = '' } = useParams({ strict: false })
  const asked = useQuery(sprints.visit, { token })
  const give = useCommand(sprints.giveFeedback, { isQuiet: true })
  const [isSaid, setSaid] = useState(false)
  return (
    <main className="mx-auto flex max-w-160 flex-col gap-4 p-5">
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={() => void asked.refetch()}>
        {() =>
          asked.data && (
            <>
              <h1 className="text-xl font-medium">{`${asked.data.team}: ${asked.data.name}`}</h1>
              <p className="text-ink-2">{asked.data.goal}</p>
              <p className="text-ink-3">{`${asked.data.done} of ${asked.data.items} items are done.`}</p>
              {isSaid ? (
                <Card title="Thank you">
                  <p>It stands in the review of the team, under your name.</p>
                </Card>
              ) : (
                <Card title="What do you think?">
                  <Form
                    id="sprint-feedback"
                    schema={Draft}
                    initial={{ part: 'product' }}
                    fields={[
                      { name: 'by', label: 'Your name', autoComplete: 'name' },
                      {
                        ...{ name: 'part', label: 'It is about', kind: 'select' },
                        options: [
                          { value: 'product', label: 'what was made' },
                          { value: 'process', label: 'how the work went' },
                        ],
                      },
                      { name: 'text', label: 'In your words', kind: 'textarea' },
                    ]}
                    saveLabel="Say it"
                    onSave={(said) => give.attempt({ token, ...said })}
                    onSaved={() => setSaid(true)}
                  />
                </Card>
              )}
            </>
          )
        }
      </FaceOf>
    </main>
  )
}
