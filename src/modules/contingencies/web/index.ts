import { LifeBuoy } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { campaignTabs } from '../../campaigns/web/index.ts'

campaignTabs.push({
  value: 'back-up',
  label: 'Back-up plans',
  place: 3,
  component: lazy(() => import('./BackUpTab.tsx')),
})

export const web: WebModule = {
  id: 'contingencies',
  area: 'plan',
  nav: [{ title: 'Back-up plans', path: '/back-up-plans', icon: LifeBuoy, permission: 'campaigns:read' }],
  routes: [{ path: '/back-up-plans', page: () => import('./BackUpsPage.tsx'), title: 'Back-up plans' }],
  refreshOn: ['campaigns'],
}
