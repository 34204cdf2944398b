import { ClipboardList, DoorOpen, Inbox } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { itemSlot } from '../../work/web/index.ts'
import { decideHere } from './here.ts'

itemSlot.add(lazy(() => import('./ItemRequests.tsx')))

const read = 'intake:read'
const triage = 'intake:triage'

export const web: WebModule = {
  id: 'intake',
  area: 'work',
  nav: [
    { title: 'Requests', path: '/intake', icon: Inbox, permission: read, key: 'i' },
    { title: 'Front door', path: '/ask', icon: DoorOpen },
  ],
  routes: [
    { path: '/intake', page: () => import('./IntakePage.tsx'), title: 'Requests' },
    { path: '/intake/$id', page: () => import('./RequestPage.tsx'), title: 'Request' },
    {
      ...{ path: '/intake-types/$id', title: 'Request type' },
      page: () => import('./TypePage.tsx'),
    },
    { path: '/displacements/$id', page: () => import('./ConsentPage.tsx'), title: 'Consent' },
    {
      path: '/ask',
      page: () => import('./FrontDoorPage.tsx'),
      ...({ chrome: false, isPublic: true } as const),
    },
    {
      path: '/asked/$token',
      page: () => import('./AskedPage.tsx'),
      ...({ chrome: false, isPublic: true } as const),
    },
  ],
  commands: [
    { title: 'File a request', path: '/ask', icon: ClipboardList, isCreate: true, words: 'ask front door' },
    { title: 'Request type', path: '/intake-types/new', isCreate: true, permission: 'intake:manage' },
    {
      title: 'How requests are answered',
      path: '/intake?tab=figures',
      permission: read,
      words: 'share of no',
    },
    ...(
      [
        ['a', 'accept', 'Accept the request on the screen'],
        ['d', 'decline', 'Decline the request on the screen'],
        ['f', 'defer', 'Put the request on the screen off'],
        ['m', 'merge', 'Merge the request on the screen'],
        ['b', 'ask', 'Ask something back about the request on the screen'],
      ] as const
    ).map(([keys, deed, title]) => ({ keys, title, permission: triage, run: () => decideHere(deed) })),
  ],
  keys: [
    {
      title: 'Among the requests that wait',
      rows: [
        { keys: 'j k', does: 'To the next request, to the one before' },
        { keys: 'mod+enter', does: 'Send what is written on it' },
      ],
    },
  ],
  refreshOn: ['work', 'files'],
}
