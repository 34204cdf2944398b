import { Link, Navigate } from '@tanstack/react-router'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { Email, identity } from '../contract.ts'
import { Alone } from './Alone.tsx'
import { useEnter } from './session.ts'

const Credentials = z.object({ email: Email, password: z.string().min(1) })

export default function SignInPage() {
  const status = useQuery(identity.status, {})
  const signIn = useCommand(identity.signIn, { isQuiet: true })
  const [next] = useUrl('next', '/')
  const enter = useEnter()
  if (status.data && !status.data.isSetUp) return <Navigate to="/welcome" replace />

  return (
    <Alone title={`Sign in to ${status.data?.name ?? 'Fullscore'}`}>
      <Card>
        <Form
          id="sign-in"
          schema={Credentials}
          fields={[
            { name: 'email', label: 'E-mail', kind: 'email', autoComplete: 'username', autoFocus: true },
            { name: 'password', label: 'Password', kind: 'password', autoComplete: 'current-password' },
          ]}
          saveLabel="Sign in"
          failedWords="Not signed in."
          onSave={(value) => signIn.attempt(value)}
          onSaved={() => enter(next)}
        />
      </Card>
      <Link to="/forgot" className="self-start text-accent-ink hover:underline">
        Forgot your password?
      </Link>
    </Alone>
  )
}
