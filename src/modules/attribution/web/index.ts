import { Waypoints } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { metricSlot } from '../../metrics/web/index.ts'
import { opportunitySlot } from '../../pipeline/web/index.ts'

export { creditSlot } from './slots.ts'

metricSlot.add(lazy(() => import('./Decided.tsx')))
opportunitySlot.add(lazy(() => import('./TouchesAndCredit.tsx')))

export const web: WebModule = {
  id: 'attribution',
  area: 'performance',
  nav: [
    { title: 'Attribution', path: '/attribution', key: 'a', icon: Waypoints, permission: 'metrics:read' },
  ],
  routes: [{ path: '/attribution', page: () => import('./AttributionPage.tsx'), title: 'Attribution' }],
  commands: [
    {
      title: 'Journeys to a sale',
      path: '/attribution?tab=journeys',
      icon: Waypoints,
      permission: 'metrics:read',
      words: 'paths touches sankey',
    },
    {
      title: 'Change how sales are attributed',
      path: '/attribution?tab=settings',
      icon: Waypoints,
      permission: 'attribution:manage',
      words: 'model window half-life settings',
    },
  ],
  refreshOn: ['imports', 'quality', 'pipeline'],
}
