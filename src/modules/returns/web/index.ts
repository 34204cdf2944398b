import { Scale } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

export { returnSlot } from './slots.ts'

const permission = 'metrics:read'

export const web: WebModule = {
  id: 'returns',
  area: 'performance',
  refreshOn: ['imports', 'metrics', 'costs'],
  nav: [{ title: 'Return', path: '/return', key: 'r', icon: Scale, permission }],
  routes: [{ path: '/return', page: () => import('./ReturnPage.tsx'), title: 'Return' }],
  commands: [
    {
      title: 'Return by campaign',
      path: '/return?by=campaign',
      icon: Scale,
      permission,
      words: 'roi romi cost per opportunity sale lead payback ltv cac',
    },
  ],
}
