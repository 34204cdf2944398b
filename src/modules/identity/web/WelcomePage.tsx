import { Navigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { Email, identity, Name, Password, Settings } from '../contract.ts'
import { Alone } from './Alone.tsx'
import { useEnter } from './session.ts'
import { settingsFields, suggested } from './settings-fields.ts'
import { welcomeSlot } from './slots.ts'

const Start = Settings.extend({
  fiscalStartMonth: z.coerce.number(),
  weekStart: z.coerce.number(),
  directorName: Name,
  email: Email,
  password: Password,
})

export default function WelcomePage() {
  const status = useQuery(identity.status, {})
  if (status.data?.isSetUp) return <Navigate to="/sign-in" replace />
  return (
    <Alone
      isWide
      title="Every instrument’s line on one page"
      hint="Bring in what your tools export; see the funnel and the trajectory, each figure traceable to its rows."
    >
      <div className="grid items-start gap-4 min-[800px]:grid-cols-[1.4fr_1fr]">
        <Card title="Create your organisation">
          <StartForm />
        </Card>
        <div className="flex flex-col gap-4">
          {status.data?.demoAvailable && (
            <Suspense>
              {welcomeSlot.all.map((Choice, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the slot is filled once, at start
                <Choice key={index} />
              ))}
            </Suspense>
          )}
          <p className="text-ink-3">
            Somebody invited you? Open the link they gave you: their organisation lives at another address.
          </p>
        </div>
      </div>
    </Alone>
  )
}

function StartForm() {
  const setup = useCommand(identity.setup, { isQuiet: true })
  const enter = useEnter()
  const [[organisationName, ...calendar]] = useState(settingsFields)
  return (
    <Form
      id="welcome"
      schema={Start}
      initial={suggested()}
      fields={[
        { ...organisationName, autoFocus: true },
        { name: 'directorName', label: 'Your name', autoComplete: 'name', hint: 'You become its director.' },
        { name: 'email', label: 'Your e-mail', kind: 'email', autoComplete: 'username' },
        {
          name: 'password',
          label: 'Password',
          kind: 'password',
          autoComplete: 'new-password',
          hint: 'At least 10 characters.',
        },
        ...calendar,
      ]}
      saveLabel="Create the organisation"
      onSave={({ directorName, email, password, ...organisation }) =>
        setup.attempt({ organisation, director: { name: directorName, email, password } })
      }
      onSaved={() => enter()}
    />
  )
}
