import { BookOpen, Database, FileUp, Undo2 } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'
import { useDroppedFiles } from './dropped.ts'

/** Everybody but guests: they have nothing to do with the data. */
const insiders = ['imports:read', 'metrics:read', 'strategy:read']

export const web: WebModule = {
  id: 'imports',
  area: 'data',
  nav: [
    { title: 'Imports', path: '/imports', key: 'd', icon: FileUp, permission: 'imports:read' },
    { title: 'Data model', path: '/data-model', icon: Database, permission: insiders },
  ],
  routes: [
    { path: '/imports', page: () => import('./ImportsPage.tsx'), title: 'Imports' },
    { path: '/imports/$id', page: () => import('./ImportPage.tsx'), title: 'Import' },
    { path: '/data-model', page: () => import('./DataModelPage.tsx'), title: 'Data model' },
  ],
  commands: [
    {
      title: 'Import files',
      path: '/imports',
      run: () => void import('./choose.ts').then(({ choose }) => choose()),
      icon: FileUp,
      isCreate: true,
      permission: 'imports:write',
      words: 'upload csv excel drop export hand in',
    },
    {
      title: 'Undo last import',
      run: () => void import('./undo-last.ts').then(({ undoLast }) => undoLast()),
      icon: Undo2,
      permission: 'imports:write',
      words: 'remove take back',
    },
    {
      title: 'Look up an attribute',
      path: '/data-model',
      icon: BookOpen,
      permission: insiders,
      words: 'data model meaning column',
    },
  ],
  provides: { useDroppedFiles },
}
