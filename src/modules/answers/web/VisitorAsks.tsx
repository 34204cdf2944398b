import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { useTicket } from '../../../ui/form/useTicket.ts'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCommand } from '../../../ui/query.ts'
import { answers, QuestionText } from '../contract.ts'

const Draft = z.object({
  text: QuestionText,
  name: z.string().max(120).optional(),
})

/** Where no answer fits, a visitor asks; a ticket and a field nobody sees keep machines out. */
export function VisitorAsks({ words }: { words: string }) {
  const [state, setState] = useState<'closed' | 'open' | 'sent'>('closed')
  if (state === 'sent')
    return (
      <p role="status" className="text-ink-2">
        Your question has arrived. Once it is answered for everybody, the answer stands on this page.
      </p>
    )
  if (state === 'open') return <Asking words={words} onSent={() => setState('sent')} />
  return (
    <p className="flex flex-wrap items-center gap-2 text-ink-2">
      Not answered here?
      <Button small onClick={() => setState('open')}>
        Ask it
      </Button>
    </p>
  )
}

function Asking({ words, onSent }: { words: string; onSent: () => void }) {
  const [trap, setTrap] = useState('')
  const { ticket, renew } = useTicket(answers.openForm)
  const send = useCommand(answers.faqAsk, { isQuiet: true })
  const ask = (said: z.output<typeof Draft>) =>
    send.attempt({ ...said, website: trap, ticket }).catch(async (error: unknown) => {
      await renew()
      throw error
    })
  return (
    <Card title="Ask a question">
      <Form
        id="visitor-question"
        schema={Draft}
        initial={{ text: words }}
        fields={[
          { name: 'text', label: 'Your question', kind: 'textarea', autoFocus: true },
          { name: 'name', label: 'Your name', isOptional: true },
        ]}
        saveLabel="Send"
        onSave={ask}
        onSaved={onSent}
      >
        <Trap value={trap} onChange={setTrap} />
      </Form>
    </Card>
  )
}

/** Out of sight and out of the order of Tab: whatever fills it in is a machine. */
const Trap = ({ value, onChange }: { value: string; onChange: (text: string) => void }) => (
  <div aria-hidden="true" className="absolute -left-[9999px] size-px overflow-hidden">
    <input
      type="text"
      name="website"
      tabIndex={-1}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  </div>
)
