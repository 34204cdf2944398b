import { SquareKanban } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { boardKeys } from './board/board-keys.ts'

export const web: WebModule = {
  id: 'work',
  area: 'work',
  nav: [{ title: 'Boards', path: '/work/boards', icon: SquareKanban, key: 'g', permission: 'work:read' }],
  routes: [
    { path: '/work/boards', component: lazy(() => import('./board/BoardsPage.tsx')), title: 'Boards' },
    { path: '/work/boards/$id', component: lazy(() => import('./board/BoardPage.tsx')), title: 'Board' },
  ],
  keys: boardKeys,
  refreshOn: ['trace', 'threads', 'fields'],
}
