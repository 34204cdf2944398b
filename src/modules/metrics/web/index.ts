export { drawn, pickedIn, selectionOf, textOf } from './explore.ts'
export { LastWith } from './LastWith.tsx'
export { metricCardSlot, metricSlot } from './slots.ts'
export { comparedLabel, keepsPeriod, useCompared } from './useCompared.ts'
export { useValues } from './useDimensions.ts'
export { useGrades } from './useGrades.ts'
export { amountOf, currencyOf } from './values.ts'

import { Sigma } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'

/** What a figure’s grade rests on. */
export const Trust = lazy(() => import('./Trust.tsx'))

export const web: WebModule = {
  id: 'metrics',
  area: 'performance',
  nav: [{ title: 'Metrics', path: '/metrics', key: 'm', icon: Sigma, permission: 'metrics:read' }],
  routes: [
    { path: '/metrics', page: () => import('./MetricsPage.tsx'), title: 'Metrics' },
    { path: '/metrics/explore', page: () => import('./ExplorePage.tsx'), title: 'Explore' },
  ],
  commands: [
    {
      title: 'Explore figures',
      path: '/metrics/explore',
      icon: Sigma,
      permission: 'metrics:read',
      words: 'pivot chart query breakdown',
    },
  ],
  provides: { ExplainFigure: lazy(() => import('./ExplainMetric.tsx')) },
}
