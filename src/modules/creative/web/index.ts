import { Images } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

const permission = 'metrics:read'

export const web: WebModule = {
  id: 'creative',
  area: 'performance',
  nav: [{ title: 'Creative', path: '/creative', icon: Images, permission }],
  routes: [{ path: '/creative', page: () => import('./CreativePage.tsx'), title: 'Creative' }],
  commands: [
    {
      title: 'Advertisements people tire of',
      path: '/creative?tab=weeks',
      icon: Images,
      permission,
      words: 'fatigue ctr ads creative',
    },
  ],
  refreshOn: ['imports', 'metrics', 'attribution'],
}
