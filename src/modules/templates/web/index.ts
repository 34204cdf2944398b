import { LayoutTemplate } from 'lucide-react'
import { lazy } from 'react'
import type { WebModule } from '../../../ui/module.ts'
import { campaignStarts, campaignTabs } from '../../campaigns/web/index.ts'
import { StartLink } from './StartLink.tsx'

campaignTabs.push({
  value: 'steps',
  label: 'Steps',
  place: 1,
  component: lazy(() => import('./StepsTab.tsx')),
})
campaignStarts.push(StartLink)

export const web: WebModule = {
  id: 'templates',
  area: 'plan',
  nav: [{ title: 'Templates', path: '/templates', icon: LayoutTemplate, permission: 'campaigns:read' }],
  routes: [
    { path: '/templates', page: () => import('./TemplatesPage.tsx'), title: 'Templates' },
    {
      path: '/templates/new',
      page: () => import('./EditTemplatePage.tsx'),
      title: 'New template',
    },
    { path: '/templates/$id', page: () => import('./TemplatePage.tsx'), title: 'Template' },
    { path: '/templates/$id/edit', page: () => import('./EditTemplatePage.tsx'), title: 'Edit' },
  ],
  commands: [
    {
      title: 'Start a campaign from a template',
      path: '/templates',
      icon: LayoutTemplate,
      isCreate: true,
      permission: 'campaigns:manage',
      words: 'launch plan steps lead time',
    },
  ],
  refreshOn: ['campaigns', 'fields'],
}
