import { Presentation } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { metricSlot } from '../../metrics/web/index.ts'
import { OnMetric } from './OnMetric.tsx'

metricSlot.add(OnMetric)

export const web: WebModule = {
  id: 'whiteboard',
  area: 'performance',
  nav: [
    { title: 'Whiteboard', path: '/whiteboard', key: 'x', icon: Presentation, permission: 'metrics:read' },
  ],
  routes: [
    { path: '/whiteboard', component: lazy(() => import('./WhiteboardPage.tsx')), title: 'Whiteboard' },
  ],
}
