import { ListOrdered } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'
import { putHere } from './here.ts'

export const web: WebModule = {
  id: 'priorities',
  area: 'work',
  nav: [{ title: 'Priorities', path: '/priorities', icon: ListOrdered, permission: 'work:read' }],
  routes: [{ path: '/priorities', page: () => import('./PrioritiesPage.tsx'), title: 'Priorities' }],
  commands: [
    {
      ...{ title: 'Put the item at the focused score elsewhere', keys: 'o', icon: ListOrdered, run: putHere },
      ...{ permission: 'work:write', words: 'override rank place' },
    },
    {
      ...{ title: 'Rank items by a model', path: '/priorities', icon: ListOrdered },
      ...{ permission: 'work:read', words: 'rice wsjf ice cost of delay score order' },
    },
    {
      ...{ title: 'Change the scoring model', path: '/priorities?show=model', icon: ListOrdered },
      ...{ permission: 'work:manage', words: 'rice wsjf formula process' },
    },
  ],
  refreshOn: ['work'],
}
