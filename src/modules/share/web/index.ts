import { Target } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { itemSlot } from '../../work/web/index.ts'

itemSlot.add(lazy(() => import('./ItemPrice.tsx')))
const permission = 'work:read'

export const web: WebModule = {
  id: 'share',
  area: 'work',
  nav: [{ title: 'Vision share', path: '/vision-share', icon: Target, permission }],
  routes: [{ path: '/vision-share', page: () => import('./SharePage.tsx'), title: 'Vision share' }],
  commands: [
    {
      title: 'Vision share',
      path: '/vision-share',
      icon: Target,
      permission,
      words: 'meter 90 percent points price',
    },
  ],
  refreshOn: ['work', 'availability', 'timesheets', 'trace', 'strategy'],
}
