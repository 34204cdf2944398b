import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Notice } from '../../../ui/parts/Badge.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCommand } from '../../../ui/query.ts'
import { Email, identity } from '../contract.ts'
import { Alone } from './Alone.tsx'

const Wish = z.object({ email: Email })

export default function ForgotPage() {
  const ask = useCommand(identity.requestReset, { isQuiet: true })
  const [answer, setAnswer] = useState('')
  return (
    <Alone title="Choose a new password" hint="Say which address you sign in with.">
      <Card>
        {answer ? (
          <Notice tone="info">{answer}</Notice>
        ) : (
          <Form
            id="forgot"
            schema={Wish}
            fields={[
              { name: 'email', label: 'E-mail', kind: 'email', autoComplete: 'username', autoFocus: true },
            ]}
            saveLabel="Ask for a link"
            onSave={(value) => ask.attempt(value)}
            onSaved={({ message }) => setAnswer(message)}
          />
        )}
      </Card>
      <Link to="/sign-in" className="self-start text-accent-ink hover:underline">
        Back to sign-in
      </Link>
    </Alone>
  )
}
