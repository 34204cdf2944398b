import { CalendarDays, MailOpen } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'

export const web: WebModule = {
  id: 'agenda',
  area: 'settings',
  nav: [
    { title: 'Calendar feeds', path: '/calendar-feeds', icon: CalendarDays },
    { title: 'Digest', path: '/digest', icon: MailOpen },
  ],
  routes: [
    { path: '/calendar-feeds', page: () => import('./FeedsPage.tsx'), title: 'Calendar feeds' },
    { path: '/digest', page: () => import('./DigestPage.tsx'), title: 'Digest' },
    {
      path: '/digest/stop/$pass',
      page: () => import('./StopPage.tsx'),
      title: 'Digest',
      chrome: false,
      isPublic: true,
    },
  ],
  commands: [
    {
      title: 'Make a calendar feed',
      path: '/calendar-feeds?new=1',
      isCreate: true,
      words: 'ics subscribe outlook google',
    },
    { title: 'Choose my digest', path: '/digest', words: 'mail newsletter summary morning' },
  ],
  refreshOn: ['work', 'launches', 'availability', 'identity'],
}
