import { Handshake } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'

const permission = 'teamwork:read'

export const web: WebModule = {
  id: 'teamwork',
  area: 'team',
  nav: [{ title: 'Teamwork', path: '/teamwork', icon: Handshake, permission }],
  routes: [
    { path: '/teamwork', component: lazy(() => import('./TeamworkPage.tsx')), title: 'Teamwork' },
    { path: '/teamwork/teams/$id', component: lazy(() => import('./TeamPage.tsx')), title: 'Team' },
  ],
  refreshOn: ['identity'],
}
