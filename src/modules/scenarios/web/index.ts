import { GitCompareArrows } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

const permission = 'budget:read'

export const web: WebModule = {
  id: 'scenarios',
  area: 'money',
  refreshOn: ['budget'],
  nav: [{ title: 'Scenarios', path: '/scenarios', icon: GitCompareArrows, permission }],
  routes: [
    { path: '/scenarios', page: () => import('./ScenariosPage.tsx'), title: 'Scenarios' },
    { path: '/scenarios/$id', page: () => import('./ScenarioPage.tsx'), title: 'Scenario' },
  ],
  commands: [
    {
      title: 'Make a scenario',
      path: '/scenarios?show=new',
      icon: GitCompareArrows,
      isCreate: true,
      permission: 'budget:write',
      words: 'what if plan budget copy compare',
    },
  ],
}
