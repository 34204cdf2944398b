import { Presentation } from 'lucide-react'
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
  routes: [{ path: '/whiteboard', page: () => import('./WhiteboardPage.tsx'), title: 'Whiteboard' }],
}
