import { ChartNoAxesCombined } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'

const permission = 'metrics:read'

export const web: WebModule = {
  id: 'forecast',
  area: 'performance',
  nav: [{ title: 'Forecast', path: '/forecast', key: 'a', icon: ChartNoAxesCombined, permission }],
  routes: [{ path: '/forecast', component: lazy(() => import('./ForecastPage.tsx')), title: 'Forecast' }],
  refreshOn: ['metrics', 'imports'],
}
