import { History, Inbox } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'
import { useSession } from '../../../ui/port/Ports.tsx'
import { useQuery } from '../../../ui/query.ts'
import { activity } from '../contract.ts'

const often = 60_000

function useInbox(): { unread: number; path: string } {
  const session = useSession()
  const { data } = useQuery(activity.inbox, { onlyUnread: true }, { isOn: Boolean(session), every: often })
  return { unread: data?.unread ?? 0, path: '/inbox' }
}

const inbox: WebModule = {
  id: 'activity',
  area: 'home',
  nav: [{ title: 'Inbox', path: '/inbox', icon: Inbox, key: 'n' }],
  routes: [{ path: '/inbox', page: () => import('./InboxPage.tsx'), title: 'Inbox' }],
  provides: { useInbox },
}

const audit: WebModule = {
  id: 'activity-audit',
  area: 'settings',
  nav: [{ title: 'Activity', path: '/activity', icon: History, permission: 'activity:read' }],
  routes: [{ path: '/activity', page: () => import('./ActivityPage.tsx'), title: 'Activity' }],
}

export const web: WebModule[] = [inbox, audit]
