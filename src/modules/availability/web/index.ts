import {
  CalendarCheck,
  CalendarClock,
  CalendarOff,
  Gauge,
  GraduationCap,
  Network,
  Palmtree,
} from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { personSlot } from '../../identity/web/index.ts'

const permission = 'availability:read'

personSlot.add(lazy(() => import('./TimeLink.tsx')))

export { SeveralField } from './SeveralField.tsx'

export const web: WebModule = {
  id: 'availability',
  area: 'team',
  refreshOn: ['identity'],
  nav: [
    { title: 'Capacity', path: '/capacity', icon: Gauge, permission },
    { title: 'Who is away', path: '/away', icon: Palmtree, permission },
    { title: 'My working time', path: '/working-time', icon: CalendarClock },
    { title: 'Leave to decide', path: '/leave', icon: CalendarCheck, permission },
    { title: 'Skills', path: '/skills', icon: GraduationCap, permission },
    { title: 'Hubs', path: '/hubs', icon: Network, permission },
    { title: 'Working days', path: '/working-days', icon: CalendarOff, permission },
  ],
  routes: [
    { path: '/capacity', page: () => import('./CapacityPage.tsx'), title: 'Capacity' },
    { path: '/away', page: () => import('./AwayPage.tsx'), title: 'Who is away' },
    { path: '/working-time', page: () => import('./TimePage.tsx'), title: 'Working time' },
    { path: '/working-time/$id', page: () => import('./TimePage.tsx'), title: 'Working time' },
    { path: '/leave', page: () => import('./LeavePage.tsx'), title: 'Leave to decide' },
    { path: '/skills', page: () => import('./SkillsPage.tsx'), title: 'Skills' },
    { path: '/hubs', page: () => import('./HubsPage.tsx'), title: 'Hubs' },
    { path: '/working-days', page: () => import('./DaysPage.tsx'), title: 'Working days' },
  ],
  commands: [
    {
      title: 'Ask for leave',
      path: '/working-time?show=leave',
      icon: Palmtree,
      isCreate: true,
      keys: 'a l',
      words: 'holiday vacation sick absence day off',
    },
    {
      title: 'Note other duties',
      path: '/working-time?show=duty',
      keys: 'a d',
      words: 'meetings support hours',
    },
    {
      title: 'Make a hub',
      path: '/hubs?show=new',
      icon: Network,
      isCreate: true,
      permission: 'availability:manage',
      words: 'shared service team',
    },
  ],
}
