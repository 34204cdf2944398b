import { SearchCheck, Unplug, WholeWord } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

export const web: WebModule = {
  id: 'quality',
  area: 'data',
  nav: [
    { title: 'Sources', path: '/sources', icon: Unplug, permission: 'imports:read' },
    { title: 'Vocabulary', path: '/vocabulary', key: 'v', icon: WholeWord, permission: 'quality:read' },
    { title: 'Findings', path: '/findings', icon: SearchCheck, permission: 'quality:read' },
  ],
  routes: [
    { path: '/sources', page: () => import('./SourcesPage.tsx'), title: 'Sources' },
    { path: '/vocabulary', page: () => import('./VocabularyPage.tsx'), title: 'Vocabulary' },
    { path: '/findings', page: () => import('./FindingsPage.tsx'), title: 'Findings' },
  ],
}
