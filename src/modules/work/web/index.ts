import { ListTodo, Plus } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { itemKeys } from './keys.ts'
import { openNewItem } from './new-item.ts'

export { openNewItem } from './new-item.ts'
export { itemSlot } from './slots.ts'

export const web: WebModule = {
  id: 'work',
  area: 'work',
  nav: [{ title: 'All items', path: '/work', icon: ListTodo, permission: 'work:read' }],
  routes: [
    { path: '/work', component: lazy(() => import('./list/ItemsPage.tsx')), title: 'All items' },
    { path: '/work/items/$id', component: lazy(() => import('./item/ItemPage.tsx')), title: 'Item' },
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
  ],
  keys: itemKeys,
  overlays: [lazy(() => import('./NewItem.tsx'))],
  refreshOn: ['trace', 'threads', 'fields'],
}
