import { FileUp } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { itemSlot } from '../../work/web/index.ts'

itemSlot.add(lazy(() => import('./Origin.tsx')))

const permission = 'work:manage'

export const web: WebModule = {
  id: 'takeovers',
  area: 'work',
  routes: [
    { path: '/work/takeovers', page: () => import('./TakeoversPage.tsx'), title: 'Take over' },
    { path: '/work/takeovers/$id', page: () => import('./TakeoverPage.tsx'), title: 'Takeover' },
  ],
  commands: [
    {
      ...{
        title: 'Take over from Trello, Asana, Jira, Monday or Workfront',
        path: '/work/takeovers',
        icon: FileUp,
        permission,
      },
      words: 'import other work tools csv',
    },
  ],
  refreshOn: ['work'],
}
