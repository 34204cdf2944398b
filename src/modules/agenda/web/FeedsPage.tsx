import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { When } from '../../../ui/format/Values.tsx'
import { DataTable } from '../../../ui/kit/DataTable.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Badge } from '../../../ui/parts/Badge.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Confirm } from '../../../ui/parts/Dialog.tsx'
import { toast } from '../../../ui/parts/Toast.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { agenda, type Feed } from '../contract.ts'
import { AddressDialog } from './AddressDialog.tsx'
import { NewFeed } from './NewFeed.tsx'

type Made = Out<typeof agenda.addFeed>

export default function FeedsPage() {
  const feeds = useQuery(agenda.feeds, {})
  const [isNew, setNew] = useUrl('new')
  const [made, setMade] = useState<Made>()
  const add = (
    <Button look="primary" icon={<Plus size={14} />} onClick={() => setNew('1')}>
      New feed
    </Button>
  )
  return (
    <>
      <Page
        title="Calendar feeds"
        description="What is due and who is away, in the calendar you look at anyway. Whoever has the address of a feed reads it."
        actions={add}
        isLoading={feeds.isPending}
        error={feeds.error}
        onRetry={feeds.refetch}
        empty={
          feeds.data?.items.length === 0 && {
            children: 'No feed yet. Make one, and subscribe to its address in your calendar.',
            action: add,
          }
        }
      >
        {() => <Feeds feeds={feeds.data?.items ?? []} onRenewed={setMade} />}
      </Page>
      {isNew && (
        <NewFeed
          boards={feeds.data?.boards ?? []}
          onClose={() => setNew('')}
          onMade={(one) => {
            setNew('')
            setMade(one)
          }}
        />
      )}
      {made && <AddressDialog made={made} onClose={() => setMade(undefined)} />}
    </>
  )
}

function Feeds({ feeds, onRenewed }: { feeds: Feed[]; onRenewed: (made: Made) => void }) {
  return (
    <Card isFlush className="px-4 py-1">
      <DataTable
        caption="Calendar feeds"
        rows={feeds}
        rowId={(feed) => feed.id}
        columns={[
          ...columns,
          {
            id: 'do',
            title: 'Address',
            align: 'end' as const,
            value: () => '',
            cell: (feed: Feed) => <Deeds feed={feed} onRenewed={onRenewed} />,
          },
        ]}
      />
    </Card>
  )
}

const columns = [
  { id: 'name', title: 'Name', value: (feed: Feed) => feed.name },
  {
    id: 'shows',
    title: 'Shows',
    value: (feed: Feed) => feed.shows,
    cell: (feed: Feed) => (
      <span className="flex flex-col py-1">
        {feed.shows}
        {feed.whyEmpty && <span className="text-sm text-warn">Empty: {feed.whyEmpty}</span>}
      </span>
    ),
  },
  {
    id: 'ends',
    title: 'Ends in',
    value: (feed: Feed) => feed.endsIn,
    cell: (feed: Feed) => <code className="whitespace-nowrap">…{feed.endsIn}.ics</code>,
  },
  {
    id: 'used',
    title: 'Last fetched',
    value: (feed: Feed) => feed.lastUsedAt,
    cell: (feed: Feed) => (feed.lastUsedAt ? <When at={feed.lastUsedAt} /> : <Badge>Not yet</Badge>),
  },
]

function Deeds({ feed, onRenewed }: { feed: Feed; onRenewed: (made: Made) => void }) {
  const renew = useCommand(agenda.renewFeed)
  const revoke = useCommand(agenda.revokeFeed)
  const onRenew = async () => {
    const made = await renew.run({ id: feed.id })
    if (made) onRenewed(made)
  }
  const [isAsked, ask] = useState(false)
  const onRevoke = async () => {
    ask(false)
    if (await revoke.run({ id: feed.id }))
      toast(`${feed.name} is revoked`, { detail: 'Its address answers nobody from now on.' })
  }
  return (
    <span className="flex justify-end gap-2">
      <Button small isBusy={renew.isRunning} aria-label={`New address for ${feed.name}`} onClick={onRenew}>
        New address
      </Button>
      <Button small isBusy={revoke.isRunning} aria-label={`Revoke ${feed.name}`} onClick={() => ask(true)}>
        Revoke
      </Button>
      <Confirm
        isOpen={isAsked}
        onClose={() => ask(false)}
        title={`Revoke ${feed.name}?`}
        verb="Revoke"
        isDangerous
        onConfirm={() => void onRevoke()}
      >
        Calendars that fetch it stop at once, and this address never answers again. A new feed has a new
        address.
      </Confirm>
    </span>
  )
}
