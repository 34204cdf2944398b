import { Link2 } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { Form } from '../../../ui/form/Form.tsx'
import { Day, When } from '../../../ui/format/Values.tsx'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Dialog } from '../../../ui/parts/Dialog.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { Secret } from '../../identity/web/index.ts'
import { type DepartmentPage, departments, type Link } from '../contract.ts'

/** Links for people without a session: what each shows, until when, how often it was opened. */
export function Sharing({ page }: { page: DepartmentPage }) {
  const asked = useQuery(departments.links, { id: page.id })
  const [isMaking, setMaking] = useState(false)
  const items = asked.data?.items ?? []
  return (
    <Card
      title="Read-only links"
      hint="For somebody without a session. Visits are counted, nobody is named."
      actions={
        page.closedAt === null && (
          <Button small look="quiet" icon={<Link2 size={14} />} onClick={() => setMaking(true)}>
            Make a link
          </Button>
        )
      }
    >
      <FaceOf isLoading={asked.isPending} error={asked.error} onRetry={asked.refetch}>
        {() => (
          <div className="flex flex-col gap-3">
            {items.length === 0 && <p className="text-ink-2">Nobody outside can open this page.</p>}
            {items.map((one) => (
              <One key={one.id} pageId={page.id} link={one} />
            ))}
          </div>
        )}
      </FaceOf>
      {isMaking && <MakeLink page={page} onClose={() => setMaking(false)} />}
    </Card>
  )
}

function One({ pageId, link }: { pageId: string; link: Link }) {
  const revoke = useCommand(departments.revoke)
  const isOpen = link.state === 'open'
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="font-medium">{link.label}</span>
      {link.hasFigures && <Badge tone="info">With figures</Badge>}
      {!isOpen && <Badge>{link.state}</Badge>}
      {isOpen && (
        <Button
          small
          look="quiet"
          aria-label={`Take back the link for ${link.label}`}
          isBusy={revoke.isRunning}
          onClick={() => void revoke.run({ id: pageId, linkId: link.id })}
        >
          Take back
        </Button>
      )}
      <span className="w-full text-sm text-ink-3">
        {`${link.visits === 1 ? '1 visit' : `${link.visits} visits`}, `}
        {link.visitedAt && (
          <>
            {'the last '}
            <When at={link.visitedAt} />
            {'; '}
          </>
        )}
        {'until '}
        <Day date={link.expiresAt.slice(0, 10)} />
      </span>
    </div>
  )
}

const Draft = z.object({
  label: z.string().trim().min(2, 'takes at least 2 letters').max(120),
  days: z.number().int().min(1).max(365, 'is a year at most'),
  hasFigures: z.boolean().default(false),
})

function MakeLink({ page, onClose }: { page: DepartmentPage; onClose: () => void }) {
  const share = useCommand(departments.share, { isQuiet: true })
  const [url, setUrl] = useState('')
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={url ? 'The link, told this once' : `Show ${page.name} to somebody outside`}
      description={
        url
          ? 'Copy it now; only its hash is kept. You can take it back at any time.'
          : 'The text in force, without comments, asks, readers and versions.'
      }
      actions={
        url && (
          <Button look="primary" onClick={onClose}>
            Done
          </Button>
        )
      }
    >
      {url ? (
        <Secret label="Link" value={url} />
      ) : (
        <Form
          id={`department-link-${page.id}`}
          schema={Draft}
          initial={{ days: 30, hasFigures: false }}
          fields={[
            { name: 'label', label: 'For whom', autoFocus: true, placeholder: 'Procurement, all sites' },
            { name: 'days', label: 'Ends after so many days', kind: 'number' },
            {
              name: 'hasFigures',
              label: 'Show the figures it is tied to',
              kind: 'checkbox',
              hint: 'Names, values and targets of its goals and KPI agreements. Off, the link shows none.',
            },
          ]}
          saveLabel="Make the link"
          onSave={(said) => share.attempt({ id: page.id, ...said })}
          onSaved={(made) => setUrl(made.url)}
          onCancel={onClose}
        />
      )}
    </Dialog>
  )
}
