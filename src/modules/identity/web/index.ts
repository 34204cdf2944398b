import { BookUser, Building2, House, KeyRound, Network, ShieldCheck, UserRound, Users } from 'lucide-react'
import { lazy } from 'react'
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
    { path: '/', component: lazy(() => import('./HomePage.tsx')), title: 'Home' },
    { path: '/welcome', component: lazy(() => import('./WelcomePage.tsx')), ...alone },
    { path: '/sign-in', component: lazy(() => import('./SignInPage.tsx')), ...alone },
    { path: '/forgot', component: lazy(() => import('./ForgotPage.tsx')), ...alone },
    { path: '/invite/$token', component: lazy(() => import('./InvitedPage.tsx')), ...alone },
    { path: '/reset/$token', component: lazy(() => import('./ResetPage.tsx')), ...alone },
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
    { path: '/people', component: lazy(() => import('./PeoplePage.tsx')), title: 'People' },
    { path: '/people/new', component: lazy(() => import('./NewPersonPage.tsx')), title: 'Invite' },
    { path: '/people/$id', component: lazy(() => import('./PersonPage.tsx')), title: 'Person' },
    { path: '/teams', component: lazy(() => import('./TeamsPage.tsx')), title: 'Teams' },
    { path: '/overlap', component: lazy(() => import('./OverlapPage.tsx')), title: 'Overlap map' },
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
    { path: '/account', component: lazy(() => import('./AccountPage.tsx')), title: 'My account' },
    { path: '/roles', component: lazy(() => import('./RolesPage.tsx')), title: 'Roles & permissions' },
    { path: '/keys', component: lazy(() => import('./KeysPage.tsx')), title: 'API keys' },
    { path: '/organisation', component: lazy(() => import('./OrganisationPage.tsx')), title: 'Organisation' },
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
