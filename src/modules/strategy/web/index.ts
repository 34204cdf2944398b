import { Goal, Target, Telescope } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'

export { Compared } from './Compared.tsx'
export { CourseBadge } from './kpi-words.tsx'
export { goalSlot, kpiSlot } from './slots.ts'
export { Written } from './Written.tsx'

/** Loaded with the page that writes. */
export const Editor = lazy(() => import('./Editor.tsx').then((found) => ({ default: found.Editor })))

const permission = 'strategy:read'

export const web: WebModule = {
  id: 'strategy',
  area: 'vision',
  nav: [
    { title: 'Vision', path: '/vision', key: 'z', icon: Telescope, permission },
    { title: 'Goals', path: '/goals', key: 'u', icon: Goal, permission },
    { title: 'KPI agreements', path: '/kpis', key: 'k', icon: Target, permission },
  ],
  routes: [
    { path: '/vision', page: () => import('./VisionPage.tsx'), title: 'Vision' },
    { path: '/goals', page: () => import('./GoalsPage.tsx'), title: 'Goals' },
    { path: '/goals/$id', page: () => import('./GoalPage.tsx'), title: 'Goal' },
    { path: '/kpis', page: () => import('./KpisPage.tsx'), title: 'KPI agreements' },
    { path: '/kpis/new', page: () => import('./NewKpiPage.tsx'), title: 'Propose' },
    { path: '/kpis/$id', page: () => import('./KpiPage.tsx'), title: 'KPI agreement' },
  ],
  commands: [
    {
      title: 'Propose a KPI agreement',
      path: '/kpis/new',
      icon: Target,
      isCreate: true,
      permission: 'strategy:manage',
      words: 'target sign baseline metric boss',
    },
    {
      title: 'Set a goal',
      path: '/goals?show=new',
      icon: Goal,
      isCreate: true,
      permission: 'strategy:manage',
      words: 'objective initiative okr plan',
    },
  ],
  refreshOn: ['trace', 'metrics', 'imports'],
}
