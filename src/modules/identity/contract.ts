import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { accessRoutes } from './routes/access.ts'
import { organisationRoutes } from './routes/organisation.ts'
import { peopleRoutes } from './routes/people.ts'
import { roleRoutes } from './routes/roles.ts'

export * from './things.ts'

const Named = z.object({ name: z.string() })
const nothing = z.object({})

export const identity = contract(
  'identity',
  { ...organisationRoutes, ...peopleRoutes, ...roleRoutes, ...accessRoutes },
  {
    organisationFounded: event('founded the organisation {name}', Named),
    settingsChanged: event('changed the settings of the organisation', nothing),
    signedIn: event('signed in', nothing),
    signedOut: event('signed out', nothing),
    sessionEnded: event('ended a session', nothing),
    passwordChanged: event('chose a new password', nothing),
    resetWished: event('asked for a new password for {name}', Named),
    linkMade: event('made a link ({purpose}) for {name}', Named.extend({ purpose: z.string() })),
    personInvited: event('invited {name}', Named),
    personJoined: event('joined as {name}', Named),
    personChanged: event('changed {name}', Named),
    rolesAssigned: event('gave {name} the roles: {roles}', Named.extend({ roles: z.string() })),
    personDisabled: event('took away the access of {name}', Named),
    personEnabled: event('gave {name} access again', Named),
    teamSaved: event('saved the team {name}', Named),
    teamRemoved: event('removed the team {name}', Named),
    roleAdded: event('added the role {name}', Named),
    roleChanged: event('changed the role {name}', Named),
    areaSaved: event('changed who leads in {name}', Named),
    areaRemoved: event('removed the area {name}', Named),
    keyMade: event('made the API key {name}', Named),
    keyRevoked: event('revoked the API key {name}', Named),
  },
)
