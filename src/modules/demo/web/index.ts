import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { welcomeSlot } from '../../identity/web/index.ts'

welcomeSlot.add(lazy(() => import('./DemoChoice.tsx')))

export const web: WebModule = {
  id: 'demo',
  area: 'home',
  nav: [],
  routes: [{ path: '/demo', page: () => import('./DemoPage.tsx'), title: 'Demo company' }],
  commands: [{ title: 'People of the demo company', path: '/demo' }],
}
