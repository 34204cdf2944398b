import { Link } from '@tanstack/react-router'
import { CheckCheck, Inbox } from 'lucide-react'
import type { Out } from '../../../kernel/contract.ts'
import { When } from '../../../ui/format/Values.tsx'
import { Page } from '../../../ui/kit/Page.tsx'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Segmented } from '../../../ui/parts/Segmented.tsx'
import { useCommand, useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { activity } from '../contract.ts'

type Notice = Out<typeof activity.inbox>['notices'][number]

export default function InboxPage() {
  const [show, setShow] = useUrl('show', 'all')
  const inbox = useQuery(activity.inbox, { onlyUnread: show === 'unread' })
  const markAll = useCommand(activity.markAll)
  const { data } = inbox
  return (
    <Page
      title="Inbox"
      description={data ? `${data.unread} unread` : undefined}
      isNarrow
      isLoading={inbox.isPending}
      error={inbox.error}
      onRetry={inbox.refetch}
      actions={
        <>
          <Segmented
            label="Show"
            value={show}
            onChange={setShow}
            options={[
              { value: 'all', label: 'All' },
              { value: 'unread', label: 'Unread' },
            ]}
          />
          <Button
            icon={<CheckCheck size={14} />}
            disabled={!data?.unread}
            onClick={() => void markAll.run({})}
          >
            Mark all as read
          </Button>
        </>
      }
      empty={
        data?.notices.length === 0 && {
          icon: <Inbox size={24} />,
          children: 'Nothing here. You are told when something concerns you.',
        }
      }
    >
      {() => (
        <Card isFlush>
          <ul className="divide-y divide-line">
            {data?.notices.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}

function NoticeRow({ notice }: { notice: Notice }) {
  const mark = useCommand(activity.markNotice)
  const set = (isRead: boolean) => void mark.run({ id: notice.id, isRead })
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      <span
        aria-hidden="true"
        className={`mt-2 size-2 shrink-0 rounded-full ${notice.isRead ? 'bg-transparent' : 'bg-accent'}`}
      />
      <Link
        to={notice.link}
        onClick={() => !notice.isRead && set(true)}
        className="min-w-0 flex-1 hover:underline"
      >
        <span className={notice.isRead ? 'text-ink-2' : 'font-medium'}>
          {!notice.isRead && <span className="sr-only">Unread: </span>}
          {notice.title}
        </span>
        <span className="block text-ink-2">{notice.why}</span>
      </Link>
      <span className="shrink-0 text-sm text-ink-3">
        <When at={notice.at} />
      </span>
      <Button small look="quiet" onClick={() => set(!notice.isRead)}>
        {notice.isRead ? 'Unread' : 'Read'}
      </Button>
    </li>
  )
}
