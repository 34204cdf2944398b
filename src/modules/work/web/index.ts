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
    { path: '/work', page: () => import('./list/ItemsPage.tsx'), title: 'All items' },
    { path: '/work/mine', page: () => import('./mine/MinePage.tsx'), title: 'My work' },
    {
      path: '/work/timeline',
      page: () => import('./timeline/TimelinePage.tsx'),
      title: 'Timeline',
    },
    { path: '/work/items/$id', page: () => import('./item/ItemPage.tsx'), title: 'Item' },
    { path: '/work/boards', page: () => import('./board/BoardsPage.tsx'), title: 'Boards' },
    {
      path: '/work/boards/$id',
      page: () => import('./board/BoardPage.tsx'),
      foresee: async (address, ask) => (await import('./board/foresight.ts')).foresee(address, ask),
      title: 'Board',
    },
    { path: '/work/setup/$id', page: () => import('./setup/SetupPage.tsx'), title: 'Set up' },
    { path: '/work/types', page: () => import('./setup/TypesPage.tsx'), title: 'Item types' },
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
