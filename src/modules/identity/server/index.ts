import './tables.ts'
import { actorSource } from '../../../kernel/http/server.ts'
import { defineModule } from '../../../kernel/module.ts'
import { searched } from '../../search/server/index.ts'
import { identity } from '../contract.ts'
import { createActorSource } from './actor-source.ts'
import { addArea, changeArea, listAreas, removeArea } from './areas.ts'
import { askerOf, asPerson } from './asking.ts'
import { authentication, createAuthentication } from './authentication.ts'
import { listPeople, showPerson } from './directory.ts'
import { describe, installation } from './installation.ts'
import { listKeys, makeKey, revokeKey } from './keys.ts'
import { makeLink } from './links.ts'
import { sendLink } from './mail.ts'
import { home, homeNeeds, Needs, needsOfPeople } from './needs.ts'
import { assignRoles, changePerson, disable, enable, invite } from './people.ts'
import { prepareReset, requestReset, wishReset } from './resets.ts'
import { addRole, changeRole, listRoles } from './roles.ts'
import { searchedPeople } from './searched.ts'
import * as session from './session.ts'
import { changeSettings, settings } from './settings.ts'
import { me, setup, status } from './setup.ts'
import { addTeam, changeTeam, listTeams, removeTeam } from './teams.ts'

export { hashPassword } from 'better-auth/crypto'
export { hashOf } from './actor-source.ts'
export { type Asker, askerOf, asPerson } from './asking.ts'
export { directory, readDirectory, requirePerson } from './directory.ts'
export { installation } from './installation.ts'
export { sendMail } from './mail.ts'
export { homeNeeds } from './needs.ts'
export { holdersOf, knownPermissions, roleNames, rolesOf } from './permissions.ts'
export { settings } from './settings.ts'
export { createPerson, setup } from './setup.ts'
export { listTeams, requireTeam } from './teams.ts'

export const identityModule = defineModule(
  identity,
  {
    status,
    setup,
    me,
    settings: (ctx) => settings(ctx.db),
    changeSettings,
    home,
    signIn: session.signIn,
    signOut: session.signOut,
    requestReset,
    wishReset,
    link: session.showLink,
    reset: session.reset,
    acceptInvite: session.acceptInvite,
    changePassword: session.changePassword,
    sessions: session.sessions,
    endSession: session.endSession,
    makeLink,
    keys: listKeys,
    makeKey,
    revokeKey,
    people: listPeople,
    person: showPerson,
    invite,
    changePerson,
    assignRoles,
    disable,
    enable,
    teams: listTeams,
    addTeam,
    changeTeam,
    removeTeam,
    roles: listRoles,
    addRole,
    changeRole,
    areas: listAreas,
    addArea,
    changeArea,
    removeArea,
  },
  {
    provide(app) {
      const auth = createAuthentication(app)
      app.services.provide(installation, describe(app))
      app.services.provide(asPerson, (personId) => askerOf(app, personId))
      app.services.provide(authentication, auth)
      app.services.provide(actorSource, createActorSource(app, auth))
      const needs = new Needs()
      needs.register(needsOfPeople)
      app.services.use(searched).register(searchedPeople)
      app.services.provide(homeNeeds, needs)
    },
    jobs: [sendLink, prepareReset] as never,
  },
)
