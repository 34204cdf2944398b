import { Building, HandHelping } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'

export { PeopleField } from './PeopleField.tsx'

/** Loaded with the page that shows it. */
export const WhomToAsk = lazy(() => import('./WhomToAsk.tsx').then((found) => ({ default: found.WhomToAsk })))

const permission = 'departments:read'

export const web: WebModule = {
  id: 'departments',
  area: 'vision',
  nav: [
    { title: 'Departments', path: '/departments', icon: Building, permission },
    { title: 'Asks', path: '/asks', icon: HandHelping, permission },
  ],
  routes: [
    { path: '/departments', page: () => import('./DepartmentsPage.tsx'), title: 'Departments' },
    { path: '/departments/$id', page: () => import('./DepartmentPage.tsx'), title: 'Department' },
    { path: '/asks', page: () => import('./AsksPage.tsx'), title: 'Asks' },
    { path: '/asks/$id', page: () => import('./AskPage.tsx'), title: 'Ask' },
    {
      path: '/shared/$token',
      page: () => import('./SharedPage.tsx'),
      ...({ chrome: false, isPublic: true } as const),
    },
  ],
  commands: [
    {
      title: 'Ask something of a department',
      path: '/asks?show=new',
      icon: HandHelping,
      isCreate: true,
      permission: 'departments:ask',
      words: 'support request it procurement legal finance priority',
    },
    {
      title: 'Begin a page for a department',
      path: '/departments?show=new',
      icon: Building,
      isCreate: true,
      permission: 'departments:manage',
      words: 'evangelise sales it legal',
    },
  ],
  refreshOn: ['strategy', 'trace', 'metrics', 'imports'],
}
