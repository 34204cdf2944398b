import { OctagonX } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { itemSlot } from '../../work/web/index.ts'

itemSlot.add(lazy(() => import('./ItemBlockers.tsx')))

const permission = 'work:read'

export const web: WebModule = {
  id: 'blockers',
  area: 'work',
  nav: [
    { title: 'Blockers', path: '/blockers', icon: OctagonX, permission },
    {
      ...{ title: 'Waits for you', path: '/blockers/given', icon: OctagonX },
      ...{ permission: 'campaigns:guest', unless: permission },
    },
  ],
  routes: [
    { path: '/blockers', page: () => import('./BlockersPage.tsx'), title: 'Blockers' },
    { path: '/blockers/given', page: () => import('./GivenPage.tsx'), title: 'Waits for you' },
    { path: '/delays', page: () => import('./DelaysPage.tsx'), title: 'Delays' },
  ],
  commands: [
    {
      ...{ title: 'Say that an item is blocked', path: '/blockers?show=new', icon: OctagonX },
      ...{ isCreate: true, permission: 'work:write', words: 'blocker waiting impediment stuck' },
    },
    {
      ...{ title: 'Days lost to blockers', path: '/delays', icon: OctagonX, permission },
      words: 'delay ledger internal external',
    },
  ],
  keys: [
    {
      title: 'On the page of blockers',
      rows: [
        { keys: 'c', does: 'Say that an item is blocked' },
        { keys: 'u', does: 'In an open blocker: say what ended it' },
        { keys: 'n', does: 'In an open blocker: note an answer' },
        { keys: 'h', does: 'In an open blocker: hand it up' },
      ],
    },
  ],
  refreshOn: ['work', 'agencies'],
}
