import { HeartPulse, Weight } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

const permission = 'availability:read'

export const web: WebModule = {
  id: 'load',
  area: 'work',
  nav: [{ title: 'Load', path: '/load', icon: Weight, permission }],
  routes: [
    { path: '/load', page: () => import('./LoadPage.tsx'), title: 'Load' },
    { path: '/load/signals', page: () => import('./SignalsPage.tsx'), title: 'Signals' },
  ],
  commands: [
    {
      title: 'Signs of too much work',
      path: '/load/signals',
      icon: HeartPulse,
      words: 'burnout overload wellbeing weekend leave',
    },
  ],
  keys: [
    {
      title: 'On the page of load',
      rows: [
        { keys: 'w', does: 'What if: change something without saving' },
        { keys: 'ArrowUp', does: 'From cell to cell; Enter shows what a cell comes from' },
      ],
    },
  ],
  refreshOn: ['work', 'availability', 'timesheets', 'identity'],
}
