import { CalendarCheck, Handshake, MessageCircleQuestion } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { personCardSlot } from '../../identity/web/index.ts'

const permission = 'teamwork:read'
const write = 'teamwork:write'

personCardSlot.add(lazy(() => import('./Wins.tsx').then((found) => ({ default: found.WinsOfPerson }))))

export const web: WebModule = {
  id: 'teamwork',
  area: 'team',
  nav: [
    { title: 'Teamwork', path: '/teamwork', icon: Handshake, permission },
    { title: 'Check-ins', path: '/check-ins', icon: CalendarCheck, permission },
  ],
  routes: [
    { path: '/teamwork', page: () => import('./TeamworkPage.tsx'), title: 'Teamwork' },
    { path: '/teamwork/teams/$id', page: () => import('./TeamPage.tsx'), title: 'Team' },
    { path: '/reviews/$id', page: () => import('./ReviewPage.tsx'), title: 'Review' },
    { path: '/check-ins', page: () => import('./CheckInsPage.tsx'), title: 'Check-ins' },
    { path: '/check-ins/$id', page: () => import('./CheckInPage.tsx'), title: 'Check-in' },
  ],
  commands: [
    {
      ...{ title: 'Open a blameless review', path: '/teamwork?tab=reviews&show=new', icon: Handshake },
      ...{ isCreate: true, permission: write, words: 'failure incident post-mortem mistake error' },
    },
    {
      ...{ title: 'Ask for a hand or offer one', path: '/teamwork?tab=help', icon: Handshake },
      ...{ permission, words: 'help exchange skills' },
    },
    {
      ...{ title: 'Read and give feedback', path: '/teamwork?tab=feedback', icon: Handshake },
      ...{ permission: write, words: 'praise behaviour outcome' },
    },
    {
      ...{ title: 'Find whom to ask', path: '/teamwork?tab=directory', icon: MessageCircleQuestion },
      ...{ permission: 'departments:read', words: 'stakeholder directory legal it compliance procurement' },
    },
    {
      ...{ title: 'Begin a series of check-ins', path: '/check-ins?show=new', icon: CalendarCheck },
      ...{ isCreate: true, permission: write, words: 'executive one-to-one meeting' },
    },
  ],
  keys: [
    {
      title: 'Among lessons, reviews, offers and improvements',
      rows: [
        { keys: 'j k', does: 'To the next one, to the one before' },
        { keys: 'enter', does: 'Open it' },
        { keys: '1 2 3', does: 'Press its first, second, third button' },
        { keys: 'c', does: 'Make a new one' },
        { keys: 'e', does: 'Change what the page shows' },
      ],
    },
  ],
  refreshOn: ['identity', 'strategy'],
}
