import { SlidersHorizontal } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

const permission = 'costs:read'

export const web: WebModule = {
  id: 'optimiser',
  area: 'performance',
  refreshOn: ['imports', 'metrics', 'costs'],
  nav: [{ title: 'Optimiser', path: '/optimiser', icon: SlidersHorizontal, permission }],
  routes: [{ path: '/optimiser', page: () => import('./OptimiserPage.tsx'), title: 'Optimiser' }],
  commands: [
    {
      title: 'Response curves',
      path: '/optimiser?tab=curves',
      icon: SlidersHorizontal,
      permission,
      words: 'mmm marketing mix model saturation adstock allocation optimise budget marginal return',
    },
  ],
}
