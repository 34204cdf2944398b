import { Timer } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { itemSlot } from '../../work/web/index.ts'

itemSlot.add(lazy(() => import('./ItemSprint.tsx')))

const permission = 'work:read'

export const web: WebModule = {
  id: 'sprints',
  area: 'work',
  nav: [{ title: 'Sprints', path: '/sprints', icon: Timer, permission }],
  routes: [
    { path: '/sprints', page: () => import('./SprintsPage.tsx'), title: 'Sprints' },
    { path: '/sprints/$id', page: () => import('./SprintPage.tsx'), title: 'Sprint' },
    {
      path: '/sprint-feedback/$token',
      page: () => import('./FeedbackPage.tsx'),
      ...({ chrome: false, isPublic: true } as const),
    },
  ],
  commands: [
    {
      ...{ title: 'Plan a sprint', path: '/sprints?show=new', icon: Timer, isCreate: true },
      ...{ permission: 'work:write', words: 'iteration commitment' },
    },
  ],
  keys: [
    {
      title: 'In a sprint',
      rows: [
        { keys: 'j k', does: 'To the next item, to the one before' },
        { keys: 'space', does: 'On the plan: take the item in, or out' },
        { keys: 's', does: 'Begin the sprint, or end it' },
        { keys: 'e', does: 'Change what is said of it' },
        { keys: 'n', does: 'In the review: say something' },
      ],
    },
  ],
  refreshOn: ['work', 'availability', 'teamwork'],
}
