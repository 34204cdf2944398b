import { Rocket } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { campaignTabs, givenSlot } from '../../campaigns/web/index.ts'

campaignTabs.push({
  value: 'launches',
  label: 'Launches',
  place: 2,
  component: lazy(() => import('./LaunchesTab.tsx')),
})
givenSlot.add(lazy(() => import('./GivenLaunches.tsx')))

export const web: WebModule = {
  id: 'launches',
  area: 'plan',
  nav: [{ title: 'Launches', path: '/launches', icon: Rocket, permission: 'campaigns:read' }],
  routes: [
    { path: '/launches', page: () => import('./LaunchesPage.tsx'), title: 'Launches' },
    { path: '/launches/$id', page: () => import('./LaunchPage.tsx'), title: 'Launch' },
  ],
  commands: [
    {
      title: 'Plan a launch',
      path: '/launches?show=new',
      icon: Rocket,
      isCreate: true,
      permission: 'campaigns:manage',
      words: 'product release calendar date tier',
    },
  ],
  refreshOn: ['campaigns', 'templates', 'contingencies', 'trace'],
}
