import { Timer } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { itemSlot } from '../../work/web/index.ts'

itemSlot.add(lazy(() => import('./ItemTime.tsx')))

export const web: WebModule = {
  id: 'timesheets',
  area: 'work',
  nav: [{ title: 'Time', path: '/time', icon: Timer, permission: 'work:read' }],
  routes: [{ path: '/time', page: () => import('./TimePage.tsx'), title: 'Time' }],
  commands: [
    { title: 'Write down time', path: '/time', icon: Timer, words: 'hours timesheet timer track log' },
  ],
  keys: [
    {
      title: 'On the week of time',
      rows: [
        { keys: 'p', does: 'The week before' },
        { keys: 'n', does: 'The week after' },
        { keys: '.', does: 'This week' },
        { keys: 'a', does: 'Add a row' },
        { keys: 'y', does: 'Copy last week' },
        { keys: 'f', does: 'Propose from the board' },
        { keys: 't', does: 'Start or stop the timer' },
        { keys: 'ArrowUp', does: 'From cell to cell; Enter keeps what is written' },
      ],
    },
  ],
  refreshOn: ['work', 'availability', 'trace'],
}
