import { Coins } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

const permission = 'costs:read'

export const web: WebModule = {
  id: 'costs',
  area: 'performance',
  refreshOn: ['imports', 'metrics'],
  nav: [{ title: 'Costs', path: '/costs', key: 'c', icon: Coins, permission }],
  routes: [{ path: '/costs', page: () => import('./CostsPage.tsx'), title: 'Costs' }],
  commands: [
    {
      title: 'Add a cost',
      path: '/costs?show=new',
      icon: Coins,
      isCreate: true,
      permission: 'costs:write',
      words: 'spend agency retainer tool event invoice',
    },
    {
      title: 'Exchange rates',
      path: '/costs?tab=rates',
      icon: Coins,
      permission,
      words: 'currency conversion',
    },
  ],
}
