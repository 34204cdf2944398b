import { Handshake } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { campaignTabs, givenSlot } from '../../campaigns/web/index.ts'

campaignTabs.push({
  value: 'agencies',
  label: 'Agencies',
  place: 4,
  component: lazy(() => import('./AgenciesTab.tsx')),
})
givenSlot.add(lazy(() => import('./GivenDeliverables.tsx')))

export const web: WebModule = {
  id: 'agencies',
  area: 'plan',
  nav: [{ title: 'Agencies', path: '/agencies', icon: Handshake, permission: 'campaigns:read' }],
  routes: [
    { path: '/agencies', page: () => import('./AgenciesPage.tsx'), title: 'Agencies' },
    { path: '/agencies/$id', page: () => import('./AgencyPage.tsx'), title: 'Agency' },
  ],
  commands: [
    {
      title: 'Take up an agency',
      path: '/agencies?show=new',
      icon: Handshake,
      isCreate: true,
      permission: 'campaigns:manage',
      words: 'partner supplier guest deliverable',
    },
  ],
  refreshOn: ['campaigns', 'budget'],
}
