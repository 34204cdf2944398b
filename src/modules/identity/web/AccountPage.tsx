import { z } from 'zod'
import type { Out } from '../../../kernel/contract.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Properties } from '../../../ui/kit/DetailPage.tsx'
import { FaceOf, Page } from '../../../ui/kit/Page.tsx'
import { useRemembered } from '../../../ui/look/theme.ts'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { identity, Password } from '../contract.ts'
import { personSlot } from './slots.ts'

type Session = Out<typeof identity.sessions>['sessions'][number]

const Change = z.object({ current: z.string().min(1), password: Password })

export default function AccountPage() {
  const me = useQuery(identity.me, {})
  const person = me.data?.person
  return (
    <Page
      title="My account"
      actions={
        person &&
        personSlot.all.map((Part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the slot is filled once, at start
          <Part key={index} personId={person.id} />
        ))
      }
      tabs={[
        { value: 'me', label: 'Me' },
        { value: 'password', label: 'Password' },
        { value: 'sessions', label: 'Sessions' },
      ]}
      isLoading={me.isPending}
      error={me.error}
      onRetry={me.refetch}
    >
      {(tab) => (
        <div className="flex max-w-180 flex-col gap-(--gap)">
          {tab === 'password' && <PasswordForm />}
          {tab === 'sessions' && <Sessions />}
          {tab === 'me' && (
            <>
              <div className="[&>dl]:w-full">
                <Properties
                  properties={[
                    { label: 'Name', value: person?.name ?? me.data?.name },
                    { label: 'E-mail', value: person?.email ?? '–' },
                    { label: 'Title', value: person?.title || '–' },
                    { label: 'Roles', value: person?.role || 'None' },
                  ]}
                />
              </div>
              <LookCard />
            </>
          )}
        </div>
      )}
    </Page>
  )
}

function LookCard() {
  const [theme, setTheme] = useRemembered('theme', 'system')
  const [density, setDensity] = useRemembered('density', 'comfortable')
  return (
    <Card title="Look" hint="Of this browser">
      <div className="flex flex-wrap gap-4">
        <Segmented
          label="Theme"
          value={theme}
          onChange={setTheme}
          options={[
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
            { value: 'system', label: 'As the system' },
          ]}
        />
        <Segmented
          label="Density"
          value={density}
          onChange={setDensity}
          options={[
            { value: 'comfortable', label: 'Comfortable' },
            { value: 'compact', label: 'Compact' },
          ]}
        />
      </div>
    </Card>
  )
}

function PasswordForm() {
  const change = useCommand(identity.changePassword, { isQuiet: true })
  return (
    <Card>
      <Form
        id="password"
        schema={Change}
        fields={[
          { name: 'current', label: 'Current password', kind: 'password', autoComplete: 'current-password' },
          {
            name: 'password',
            label: 'New password',
            kind: 'password',
            autoComplete: 'new-password',
            hint: 'At least 10 characters. Your other sessions end.',
          },
        ]}
        saveLabel="Change password"
        onSave={(value) => change.attempt(value)}
        onSaved={() => toast('Your password is changed; your other sessions have ended.')}
      />
    </Card>
  )
}

function Sessions() {
  const sessions = useQuery(identity.sessions, {})
  return (
    <Card isFlush className="px-4 py-1">
      <FaceOf isLoading={sessions.isPending} error={sessions.error} onRetry={sessions.refetch}>
        {() => (
          <DataTable
            caption="Where you are signed in"
            rows={sessions.data?.sessions ?? []}
            rowId={(session) => session.id}
            columns={columns}
          />
        )}
      </FaceOf>
    </Card>
  )
}

/** "Chrome on Windows" says more than the browser's own line. */
function deviceOf(agent: string): string {
  const browser = /Edg|OPR|Firefox|Chrome|Safari/.exec(agent)?.[0] ?? agent.split('/')[0] ?? 'Unknown'
  const system = /Windows|Android|iPhone|iPad|Mac OS|Linux/.exec(agent)?.[0]
  const names: Record<string, string> = { Edg: 'Edge', OPR: 'Opera' }
  return [names[browser] ?? browser, system].filter(Boolean).join(' on ')
}

const columns = [
  {
    id: 'agent',
    title: 'Device',
    value: (session: Session) => deviceOf(session.agent),
    cell: (session: Session) => <span title={session.agent}>{deviceOf(session.agent)}</span>,
  },
  { id: 'address', title: 'Address', value: (session: Session) => session.address },
  {
    id: 'since',
    title: 'Since',
    value: (session: Session) => session.startedAt,
    cell: (session: Session) => <When at={session.startedAt} />,
  },
  {
    id: 'end',
    title: 'End it',
    align: 'end' as const,
    value: () => '',
    cell: (session: Session) =>
      session.isThis ? <Badge tone="accent">This one</Badge> : <End id={session.id} />,
  },
]

function End({ id }: { id: string }) {
  const end = useCommand(identity.endSession)
  return (
    <Button small isBusy={end.isRunning} onClick={() => void end.run({ id })}>
      End
    </Button>
  )
}
