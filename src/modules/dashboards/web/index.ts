import { LayoutDashboard } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { metricCardSlot } from '../../metrics/web/index.ts'

metricCardSlot.add(lazy(() => import('./MetricBoards.tsx')))

const permission = 'dashboards:read'

export const web: WebModule = {
  id: 'dashboards',
  area: 'performance',
  nav: [{ title: 'Dashboards', path: '/dashboards', key: 'b', icon: LayoutDashboard, permission }],
  routes: [
    { path: '/dashboards', page: () => import('./DashboardsPage.tsx'), title: 'Dashboards' },
    { path: '/dashboards/$id', page: () => import('./DashboardPage.tsx'), title: 'Dashboard' },
    { path: '/metrics/$id', page: () => import('./MetricPage.tsx'), title: 'Metric' },
  ],
  commands: [
    {
      title: 'Create a dashboard',
      path: '/dashboards?show=new',
      icon: LayoutDashboard,
      isCreate: true,
      permission: 'dashboards:write',
      words: 'tiles board report cockpit',
    },
  ],
  refreshOn: ['metrics', 'imports'],
}
