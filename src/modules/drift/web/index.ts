import { Compass } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

const permission = 'strategy:read'

export const web: WebModule = {
  id: 'drift',
  area: 'vision',
  nav: [{ title: 'Drift', path: '/drift', icon: Compass, permission }],
  routes: [{ path: '/drift', page: () => import('./DriftPage.tsx'), title: 'Drift' }],
  refreshOn: ['trace', 'strategy', 'campaigns', 'budget', 'positions'],
}
