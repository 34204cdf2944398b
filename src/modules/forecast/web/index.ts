import { ChartNoAxesCombined, GitCompareArrows } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { metricCardSlot } from '../../metrics/web/index.ts'
import { totalsSlot } from '../../pipeline/web/index.ts'
import { kpiSlot } from '../../strategy/web/index.ts'

const permission = 'metrics:read'

/** Where one metric is heading, for pages about it. */
export const MetricOutlook = lazy(() => import('./MetricOutlook.tsx'))
/** The weeks in which it moved unusually. */
export const MetricAnomalies = lazy(() => import('./MetricAnomalies.tsx'))

totalsSlot.add(lazy(() => import('./Coverage.tsx')))
kpiSlot.add(lazy(() => import('./KpiOutlook.tsx')))
metricCardSlot.add(lazy(() => import('./MetricActions.tsx')))

export const web: WebModule = {
  id: 'forecast',
  area: 'performance',
  nav: [
    { title: 'Forecast', path: '/forecast', key: 'e', icon: ChartNoAxesCombined, permission },
    { title: 'What changed', path: '/changes', key: 'w', icon: GitCompareArrows, permission },
  ],
  routes: [
    { path: '/forecast', page: () => import('./ForecastPage.tsx'), title: 'Forecast' },
    { path: '/changes', page: () => import('./ChangesPage.tsx'), title: 'What changed' },
  ],
  refreshOn: ['metrics', 'imports'],
}
