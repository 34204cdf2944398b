import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { useCommand } from '../../../ui/query.ts'
import { identity, Password } from '../contract.ts'
import { LinkFrame } from './LinkFrame.tsx'
import { useEnter } from './session.ts'

const Answer = z.object({ password: Password })

export default function ResetPage() {
  const reset = useCommand(identity.reset, { isQuiet: true })
  const enter = useEnter()
  return (
    <LinkFrame purpose="reset" title={() => 'Choose a new password'}>
      {(token) => (
        <Form
          id="reset"
          schema={Answer}
          fields={[
            {
              name: 'password',
              label: 'New password',
              kind: 'password',
              autoComplete: 'new-password',
              autoFocus: true,
              hint: 'At least 10 characters. All your other sessions end.',
            },
          ]}
          saveLabel="Set the password and sign in"
          onSave={(value) => reset.attempt({ token, ...value })}
          onSaved={() => enter()}
        />
      )}
    </LinkFrame>
  )
}
