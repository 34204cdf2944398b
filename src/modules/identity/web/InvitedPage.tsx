import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { useCommand } from '../../../ui/query.ts'
import { identity, Name, Password } from '../contract.ts'
import { LinkFrame } from './LinkFrame.tsx'
import { useEnter } from './session.ts'

const Answer = z.object({ name: Name, password: Password })

export default function InvitedPage() {
  const accept = useCommand(identity.acceptInvite, { isQuiet: true })
  const enter = useEnter()
  return (
    <LinkFrame
      purpose="invite"
      title={(holder) => (holder ? `Join ${holder.organisation}` : 'You are invited')}
    >
      {(token, holder) => (
        <Form
          id="invited"
          schema={Answer}
          initial={{ name: holder.name }}
          fields={[
            { name: 'name', label: 'Your name', autoComplete: 'name' },
            {
              name: 'password',
              label: 'Password',
              kind: 'password',
              autoComplete: 'new-password',
              autoFocus: true,
              hint: 'At least 10 characters. A few words are easy to remember and hard to guess.',
            },
          ]}
          saveLabel="Join"
          onSave={(value) => accept.attempt({ token, ...value })}
          onSaved={() => enter()}
        />
      )}
    </LinkFrame>
  )
}
