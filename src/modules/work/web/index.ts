import { CalendarRange, CircleUser, ListTodo, Plus, Settings2, SquareKanban } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { boardKeys } from './board/board-keys.ts'
import { itemKeys } from './keys.ts'
import { openNewItem } from './new-item.ts'

export { itemSlot } from './slots.ts'

const permission = 'work:read'

export const web: WebModule = {
  id: 'work',
  area: 'work',
  nav: [
    { title: 'My work', path: '/work/mine', icon: CircleUser, key: 's', permission },
    { title: 'Boards', path: '/work/boards', icon: SquareKanban, key: 'g', permission },
    { title: 'All items', path: '/work', icon: ListTodo, permission },
    { title: 'Timeline', path: '/work/timeline', icon: CalendarRange, permission },
  ],
  routes: [
    { path: '/work', component: lazy(() => import('./list/ItemsPage.tsx')), title: 'All items' },
    { path: '/work/mine', component: lazy(() => import('./mine/MinePage.tsx')), title: 'My work' },
    {
      path: '/work/timeline',
      component: lazy(() => import('./timeline/TimelinePage.tsx')),
      title: 'Timeline',
    },
    { path: '/work/items/$id', component: lazy(() => import('./item/ItemPage.tsx')), title: 'Item' },
    { path: '/work/boards', component: lazy(() => import('./board/BoardsPage.tsx')), title: 'Boards' },
    { path: '/work/boards/$id', component: lazy(() => import('./board/BoardPage.tsx')), title: 'Board' },
    { path: '/work/setup/$id', component: lazy(() => import('./setup/SetupPage.tsx')), title: 'Set up' },
    { path: '/work/types', component: lazy(() => import('./setup/TypesPage.tsx')), title: 'Item types' },
  ],
  commands: [
    {
      title: 'New item',
      run: () => openNewItem(),
      icon: Plus,
      isCreate: true,
      permission: 'work:write',
      words: 'task card ticket issue work add',
    },
    {
      title: 'Set up a board',
      path: '/work/setup/new',
      icon: SquareKanban,
      isCreate: true,
      permission: 'work:manage',
      words: 'workflow stages columns kanban',
    },
    {
      title: 'Item types',
      path: '/work/types',
      icon: Settings2,
      permission,
      words: 'task checklist settings',
    },
  ],
  keys: [boardKeys, ...itemKeys],
  overlays: [lazy(() => import('./NewItem.tsx'))],
  refreshOn: ['trace', 'threads', 'fields', 'sprints', 'blockers'],
}
