import { ChartSpline } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

const permission = 'work:read'

export const web: WebModule = {
  id: 'flow',
  area: 'work',
  nav: [{ title: 'Flow', path: '/flow', icon: ChartSpline, permission }],
  routes: [{ path: '/flow', page: () => import('./FlowPage.tsx'), title: 'Flow' }],
  commands: [
    {
      ...{ title: 'When will it be done', path: '/flow?tab=forecast', icon: ChartSpline, permission },
      words: 'forecast monte carlo delivery date',
    },
    {
      ...{ title: 'Stages jumped over', path: '/flow?tab=workflow', icon: ChartSpline, permission },
      words: 'workflow adherence skipped late hand-off',
    },
  ],
  refreshOn: ['work', 'blockers'],
}
