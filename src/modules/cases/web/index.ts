import { Scale } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

const permission = 'cases:read'

export const web: WebModule = {
  id: 'cases',
  area: 'money',
  nav: [{ title: 'Cases', path: '/cases', icon: Scale, permission }],
  routes: [
    { path: '/cases', page: () => import('./CasesPage.tsx'), title: 'Cases' },
    { path: '/cases/new', page: () => import('./NewCasePage.tsx'), title: 'New case' },
    { path: '/cases/$id', page: () => import('./CasePage.tsx'), title: 'Case' },
    {
      path: '/cases/$id/sheet',
      page: () => import('./SheetPage.tsx'),
      title: 'Case on one page',
      chrome: false,
    },
  ],
  commands: [
    {
      title: 'Make a case for an initiative',
      path: '/cases/new',
      icon: Scale,
      isCreate: true,
      permission: 'cases:write',
      words: 'business case roi npv payback cio bar',
    },
  ],
}
