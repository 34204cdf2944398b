import { ClipboardPen } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

export const web: WebModule = {
  id: 'questionnaire',
  area: 'vision',
  nav: [
    {
      title: 'Questionnaires',
      path: '/questionnaires',
      icon: ClipboardPen,
      permission: 'questionnaires:read',
    },
  ],
  routes: [
    {
      path: '/questionnaires',
      page: () => import('./QuestionnairesPage.tsx'),
      title: 'Questionnaires',
    },
    {
      path: '/questionnaires/$id',
      page: () => import('./QuestionnairePage.tsx'),
      title: 'Questionnaire',
    },
  ],
  commands: [
    {
      title: 'Ask a client what the quarter is for',
      path: '/questionnaires?show=new',
      icon: ClipboardPen,
      isCreate: true,
      permission: 'questionnaires:manage',
      words: 'goals priorities quarter questionnaire',
    },
  ],
  refreshOn: ['strategy'],
}
