import { BookUser, Building2, House, KeyRound, Network, ShieldCheck, UserRound, Users } from 'lucide-react'
import type { WebModule } from '../../../ui/module.ts'
import { useIdentitySession } from './session.ts'

export { Alone } from './Alone.tsx'
export { Secret } from './ShowLink.tsx'
export { useEnter } from './session.ts'
export { homeSlot, personCardSlot, personSlot, welcomeSlot } from './slots.ts'

const alone = { chrome: false, isPublic: true } as const

const entrance: WebModule = {
  id: 'identity',
  area: 'home',
  nav: [{ title: 'Home', path: '/', icon: House, key: 'h' }],
  routes: [
    { path: '/', page: () => import('./HomePage.tsx'), title: 'Home' },
    { path: '/welcome', page: () => import('./WelcomePage.tsx'), ...alone },
    { path: '/sign-in', page: () => import('./SignInPage.tsx'), ...alone },
    { path: '/forgot', page: () => import('./ForgotPage.tsx'), ...alone },
    { path: '/invite/$token', page: () => import('./InvitedPage.tsx'), ...alone },
    { path: '/reset/$token', page: () => import('./ResetPage.tsx'), ...alone },
  ],
  provides: { useSession: useIdentitySession, signInPath: () => '/sign-in' },
}

const team: WebModule = {
  id: 'identity-team',
  area: 'team',
  nav: [
    { title: 'People', path: '/people', icon: Users, key: 'p', permission: 'people:read' },
    { title: 'Teams', path: '/teams', icon: BookUser, permission: 'people:read' },
    { title: 'Overlap map', path: '/overlap', icon: Network, permission: 'people:read' },
  ],
  routes: [
    { path: '/people', page: () => import('./PeoplePage.tsx'), title: 'People' },
    { path: '/people/new', page: () => import('./NewPersonPage.tsx'), title: 'Invite' },
    { path: '/people/$id', page: () => import('./PersonPage.tsx'), title: 'Person' },
    { path: '/teams', page: () => import('./TeamsPage.tsx'), title: 'Teams' },
    { path: '/overlap', page: () => import('./OverlapPage.tsx'), title: 'Overlap map' },
  ],
  commands: [
    {
      title: 'Invite a person',
      path: '/people/new',
      isCreate: true,
      permission: 'people:manage',
      words: 'add user',
    },
  ],
}

const settings: WebModule = {
  id: 'identity-settings',
  area: 'settings',
  nav: [
    { title: 'My account', path: '/account', icon: UserRound },
    { title: 'Roles & permissions', path: '/roles', icon: ShieldCheck, permission: 'people:read' },
    { title: 'API keys', path: '/keys', icon: KeyRound, permission: 'keys:manage' },
    { title: 'Organisation', path: '/organisation', icon: Building2, permission: 'settings:manage' },
  ],
  routes: [
    { path: '/account', page: () => import('./AccountPage.tsx'), title: 'My account' },
    { path: '/roles', page: () => import('./RolesPage.tsx'), title: 'Roles & permissions' },
    { path: '/keys', page: () => import('./KeysPage.tsx'), title: 'API keys' },
    { path: '/organisation', page: () => import('./OrganisationPage.tsx'), title: 'Organisation' },
  ],
  commands: [
    { title: 'Change my password', path: '/account?tab=password', words: 'security' },
    {
      title: 'Make an API key',
      path: '/keys?new=1',
      isCreate: true,
      permission: 'keys:manage',
      words: 'token',
    },
  ],
}

export const web: WebModule[] = [entrance, team, settings]
