import { BriefcaseBusiness, Building2, CalendarClock } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { lineSlot } from '../../budget/web/index.ts'
import { campaignSlot } from '../../campaigns/web/index.ts'
import { goalSlot } from '../../strategy/web/index.ts'

const permission = 'positions:read'

const HoursHere = lazy(() => import('./HoursHere.tsx'))
goalSlot.add(HoursHere)
campaignSlot.add(HoursHere)
lineSlot.add(HoursHere)

export const web: WebModule = {
  id: 'positions',
  area: 'team',
  refreshOn: ['budget', 'trace', 'strategy', 'campaigns'],
  nav: [
    { title: 'Positions', path: '/positions', icon: BriefcaseBusiness, permission },
    { title: 'Funded elsewhere', path: '/positions/elsewhere', icon: Building2, permission },
    { title: 'Hours', path: '/positions/hours', icon: CalendarClock, permission },
  ],
  routes: [
    { path: '/positions', page: () => import('./PositionsPage.tsx'), title: 'Positions' },
    {
      path: '/positions/elsewhere',
      page: () => import('./ElsewherePage.tsx'),
      title: 'Funded in other departments',
    },
    { path: '/positions/hours', page: () => import('./HoursPage.tsx'), title: 'Hours' },
    { path: '/positions/$id', page: () => import('./PositionPage.tsx'), title: 'Position' },
  ],
  commands: [
    {
      title: 'Draft a position',
      path: '/positions?show=new',
      icon: BriefcaseBusiness,
      isCreate: true,
      permission: 'positions:manage',
      words: 'headcount hire job vacancy role',
    },
  ],
}
