import { ChartSpline, Filter, Handshake, ListOrdered, UserRound } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { homeSlot } from '../../identity/web/index.ts'

export { useNothing } from './NothingYet.tsx'
export { opportunitySlot, totalsSlot } from './slots.ts'
export { Velocity } from './Velocity.tsx'

const permission = 'metrics:read'

homeSlot.add(lazy(() => import('./HomeFigures.tsx')))

export const web: WebModule = {
  id: 'pipeline',
  area: 'performance',
  nav: [
    { title: 'Trajectory', path: '/trajectory', key: 't', icon: ChartSpline, permission },
    { title: 'Funnel', path: '/funnel', key: 'f', icon: Filter, permission },
    { title: 'Opportunities', path: '/opportunities', key: 'o', icon: Handshake, permission },
    { title: 'Leads', path: '/leads', key: 'l', icon: UserRound, permission },
  ],
  routes: [
    { path: '/trajectory', page: () => import('./TrajectoryPage.tsx'), title: 'Trajectory' },
    { path: '/funnel', page: () => import('./FunnelPage.tsx'), title: 'Funnel' },
    {
      path: '/opportunities',
      page: () => import('./OpportunitiesPage.tsx'),
      title: 'Opportunities',
    },
    {
      path: '/opportunities/$id',
      page: () => import('./OpportunityPage.tsx'),
      title: 'Opportunity',
    },
    { path: '/leads', page: () => import('./LeadsPage.tsx'), title: 'Leads' },
    { path: '/leads/$id', page: () => import('./LeadPage.tsx'), title: 'Lead' },
  ],
}

/** The same module's page among the settings. */
export const settings: WebModule = {
  id: 'pipeline-settings',
  area: 'settings',
  nav: [{ title: 'Stages', path: '/settings/stages', icon: ListOrdered, permission }],
  routes: [{ path: '/settings/stages', page: () => import('./StagesPage.tsx'), title: 'Stages' }],
}
