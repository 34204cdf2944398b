import { LayoutTemplate, Repeat } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'
import { pauseHere } from './here.ts'

const permission = 'work:read'

export const web: WebModule = {
  id: 'routines',
  area: 'work',
  nav: [
    { title: 'Routines', path: '/routines', icon: Repeat, permission },
    { title: 'Item templates', path: '/item-templates', icon: LayoutTemplate, permission },
  ],
  routes: [
    { path: '/routines', page: () => import('./RoutinesPage.tsx'), title: 'Routines' },
    { path: '/routines/$id', page: () => import('./RoutinePage.tsx'), title: 'Routine' },
    {
      path: '/item-templates',
      page: () => import('./ItemTemplatesPage.tsx'),
      title: 'Item templates',
    },
  ],
  commands: [
    {
      ...{ title: 'Pause the routine on the screen', keys: 'p', icon: Repeat, run: pauseHere },
      ...{ permission: 'work:write', words: 'go on resume' },
    },
    {
      ...{ title: 'Begin a routine', path: '/routines?show=new', icon: Repeat, isCreate: true },
      ...{ permission: 'work:write', words: 'recurring repeat weekly schedule rrule' },
    },
    {
      ...{ title: 'Write an item template', path: '/item-templates?show=new', icon: LayoutTemplate },
      ...{ isCreate: true, permission: 'work:write', words: 'item checklist parts' },
    },
    {
      ...{ title: 'New item from a template', path: '/item-templates', icon: LayoutTemplate },
      ...{ permission: 'work:write', words: 'use template add' },
    },
  ],
  refreshOn: ['work', 'availability'],
}
