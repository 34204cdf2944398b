import { Plus } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import type { Out } from '../../../kernel/contract.ts'
import { Form } from '../../../ui/form/Form.tsx'
import { When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge, Notice } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useSession } from '../../../ui/port/Ports.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { identity, Name } from '../contract.ts'
import { Choices } from './pickers.tsx'
import { Secret } from './ShowLink.tsx'

type Key = Out<typeof identity.keys>['keys'][number]

const NewKey = z.object({
  name: Name,
  scopes: z.array(z.string()).min(1, 'Choose at least one permission.').default([]),
  life: z.enum(['7', '30', '90', '365', 'never']),
})

export default function KeysPage() {
  const keys = useQuery(identity.keys, {})
  const [isNew, setNew] = useUrl('new')
  const add = (
    <Button look="primary" icon={<Plus size={14} />} onClick={() => setNew('1')}>
      New key
    </Button>
  )
  return (
    <>
      <Page
        title="API keys"
        description={
          <>
            Scripts send <code>Authorization: Bearer fs_…</code>; what can be asked stands in the{' '}
            <a href="/api/docs" className="text-accent-ink underline">
              API reference
            </a>
            .
          </>
        }
        actions={add}
        isLoading={keys.isPending}
        error={keys.error}
        onRetry={keys.refetch}
        empty={
          keys.data?.keys.length === 0 && {
            children: 'No key yet. A key does what its permissions say, never more than you may.',
            action: add,
          }
        }
      >
        {() => (
          <Card isFlush className="px-4 py-1">
            <DataTable
              caption="API keys"
              rows={keys.data?.keys ?? []}
              rowId={(key) => key.id}
              columns={columns}
            />
          </Card>
        )}
      </Page>
      {isNew && <MakeKey onClose={() => setNew('')} />}
    </>
  )
}

const columns = [
  { id: 'name', title: 'Name', value: (key: Key) => key.name },
  {
    id: 'key',
    title: 'Begins with',
    value: (key: Key) => key.prefix,
    cell: (key: Key) => <code>{key.prefix}…</code>,
  },
  { id: 'owner', title: 'Belongs to', value: (key: Key) => key.owner.name },
  {
    id: 'scopes',
    title: 'May',
    value: (key: Key) => key.scopes.join(', '),
    cell: (key: Key) => <span title={key.scopes.join('\n')}>{key.scopes.length} permissions</span>,
  },
  {
    id: 'used',
    title: 'Last used',
    value: (key: Key) => key.lastUsedAt,
    cell: (key: Key) => <When at={key.lastUsedAt} />,
  },
  {
    id: 'ends',
    title: 'Ends',
    value: (key: Key) => key.expiresAt,
    cell: (key: Key) => <When at={key.expiresAt} />,
  },
  { id: 'state', title: 'State', value: (key: Key) => key.state, cell: (key: Key) => <State of={key} /> },
]

function State({ of: key }: { of: Key }) {
  const revoke = useCommand(identity.revokeKey)
  if (key.state !== 'active') return <Badge>{key.state === 'revoked' ? 'Revoked' : 'Expired'}</Badge>
  return (
    <span className="flex items-center justify-end gap-2">
      <Badge tone="good">Active</Badge>
      <Button small isBusy={revoke.isRunning} onClick={() => void revoke.run({ id: key.id })}>
        Revoke
      </Button>
    </span>
  )
}

function MakeKey({ onClose }: { onClose: () => void }) {
  const make = useCommand(identity.makeKey, { isQuiet: true })
  const session = useSession()
  const [key, setKey] = useState('')
  const scopes = (session?.permissions ?? []).map((name) => ({ id: name, name }))
  if (key)
    return (
      <Dialog
        isOpen
        onClose={onClose}
        title="Your new key"
        actions={
          <Button look="primary" onClick={onClose}>
            Done
          </Button>
        }
      >
        <div className="flex flex-col gap-3">
          <Notice tone="warn">Copy it now: it is shown this once, and only a hash of it is kept.</Notice>
          <Secret label="API key" value={key} />
        </div>
      </Dialog>
    )
  return (
    <Dialog isOpen onClose={onClose} title="New API key" size="large">
      <Form
        id="key-new"
        schema={NewKey}
        initial={{ scopes: [], life: '90' }}
        saveLabel="Make the key"
        onSave={({ life, ...value }) =>
          make.attempt({ ...value, expiresInDays: life === 'never' ? null : Number(life) })
        }
        onSaved={(made) => setKey(made.key)}
        onCancel={onClose}
        fields={[
          { name: 'name', label: 'Name', autoFocus: true, hint: 'Where it is used: “nightly export”.' },
          {
            name: 'scopes',
            label: 'It may',
            kind: 'custom',
            render: ({ value, onChange }) => (
              <Choices
                label="It may"
                options={scopes}
                value={(value as string[]) ?? []}
                onChange={onChange}
              />
            ),
          },
          {
            name: 'life',
            label: 'Ends after',
            kind: 'select',
            options: [
              { value: '7', label: '7 days' },
              { value: '30', label: '30 days' },
              { value: '90', label: '90 days' },
              { value: '365', label: 'One year' },
              { value: 'never', label: 'Never' },
            ],
          },
        ]}
      />
    </Dialog>
  )
}
