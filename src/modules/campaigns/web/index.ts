import { Link2, Megaphone } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

export {
  type CampaignTab,
  campaignSlot,
  campaignStarts,
  campaignTabs,
  givenSlot,
  outcomeSlot,
} from './slots.ts'

export const web: WebModule = {
  id: 'campaigns',
  area: 'plan',
  nav: [{ title: 'Campaigns', path: '/campaigns', key: 'j', icon: Megaphone, permission: 'campaigns:read' }],
  routes: [
    { path: '/campaigns', page: () => import('./CampaignsPage.tsx'), title: 'Campaigns' },
    { path: '/campaigns/links', page: () => import('./LinksPage.tsx'), title: 'Links' },
    { path: '/campaigns/new', page: () => import('./NewPage.tsx'), title: 'Plan a campaign' },
    { path: '/campaigns/given', page: () => import('./GivenPage.tsx'), title: 'Given to me' },
    { path: '/campaigns/$id', page: () => import('./CampaignPage.tsx'), title: 'Campaign' },
    { path: '/campaigns/$id/edit', page: () => import('./EditPage.tsx'), title: 'Edit' },
  ],
  commands: [
    {
      title: 'Plan a campaign',
      path: '/campaigns/new',
      icon: Megaphone,
      isCreate: true,
      permission: 'campaigns:manage',
      words: 'brief programme tactic',
    },
    {
      title: 'Build a campaign link',
      path: '/campaigns/links?show=new',
      icon: Link2,
      isCreate: true,
      permission: 'campaigns:manage',
      words: 'utm qr code',
    },
    {
      title: 'Brand checklist',
      path: '/campaigns?show=checklist',
      icon: Megaphone,
      permission: 'campaigns:read',
      words: 'brand standards creative approval',
    },
  ],
  refreshOn: ['imports', 'trace', 'fields'],
}

/** What guests of an agency have in their navigation: the pages above are not theirs. */
export const guests: WebModule = {
  id: 'campaigns-given',
  area: 'work',
  nav: [
    {
      title: 'Given to me',
      path: '/campaigns/given',
      icon: Megaphone,
      permission: 'campaigns:guest',
      unless: 'campaigns:read',
    },
  ],
  refreshOn: ['campaigns'],
}
