import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Line } from '../../identity/contract.ts'
import { Held, Hub, Id, Level, Named, scales, text, Version } from '../things.ts'

const SkillName = Line(80).min(1, 'needs a name')
const OfPerson = z.object({ id: Id, skillId: Id, level: Level, version: Version })
const HubSaid = {
  name: Line(120).min(1, 'needs a name'),
  purpose: Line(500).default(''),
  region: Line(80).default(''),
  scale: z.enum(scales).default('department'),
  leadId: Id.nullable().default(null),
  peopleIds: z.array(Id).max(500).default([]),
  teamIds: z.array(Id).max(200).default([]),
}

export const skillRoutes = {
  skills: route({
    method: 'GET',
    path: '/availability/skills',
    access: 'availability:read',
    summary:
      'Show who can do what: people, skills and levels, stated by themselves and confirmed by the manager',
    input: z.object({}),
    output: z.object({
      skills: z.array(Named),
      people: z.array(Named.extend({ can: z.object({ state: z.boolean(), confirm: z.boolean() }) })),
      held: z.array(Held),
      can: z.object({ manage: z.boolean() }),
    }),
  }),
  addSkill: route({
    method: 'POST',
    path: '/availability/skills',
    access: 'availability:manage',
    summary: 'Add a skill that people can state',
    input: z.object({ name: SkillName }),
    output: Named,
  }),
  renameSkill: route({
    method: 'PATCH',
    path: '/availability/skills/{id}',
    access: 'availability:manage',
    summary: 'Give a skill another name',
    input: One.extend({ name: SkillName }),
    output: Named,
  }),
  removeSkill: route({
    method: 'DELETE',
    path: '/availability/skills/{id}',
    access: 'availability:manage',
    summary: 'Take a skill off the list; what people stated is kept and comes back with it',
    input: One,
    output: Named,
  }),
  restoreSkill: route({
    method: 'POST',
    path: '/availability/skills/{id}/restoration',
    access: 'availability:manage',
    summary: 'Put a skill back on the list',
    input: One,
    output: Named,
  }),
  stateSkill: route({
    method: 'PUT',
    path: '/availability/people/{id}/skills/{skillId}',
    access: 'member',
    summary: 'Say how well you do something; a level that changed is confirmed anew',
    input: OfPerson,
    output: Held,
  }),
  confirmSkill: route({
    method: 'PUT',
    path: '/availability/people/{id}/skills/{skillId}/confirmation',
    access: 'member',
    summary: 'Confirm a level as the person’s manager, or say another',
    input: OfPerson,
    output: Held,
  }),
}

export const hubRoutes = {
  hubs: route({
    method: 'GET',
    path: '/availability/hubs',
    access: 'availability:read',
    summary: 'List hubs: who is in each, and which teams they serve',
    input: z.object({}),
    output: z.object({
      items: z.array(Hub.extend({ countries: z.array(text), available: z.number().int() })),
      people: z.array(Named),
      teams: z.array(Named),
      /** Teams no hub serves. */
      unserved: z.array(Named),
      can: z.object({ manage: z.boolean() }),
    }),
  }),
  addHub: route({
    method: 'POST',
    path: '/availability/hubs',
    access: 'availability:manage',
    summary: 'Make a hub: experts who serve several teams, within a department or the whole enterprise',
    input: z.object(HubSaid),
    output: Hub,
  }),
  changeHub: route({
    method: 'PUT',
    path: '/availability/hubs/{id}',
    access: 'availability:manage',
    summary: 'Change a hub; refused when changed since `version`',
    input: One.extend({ ...HubSaid, version: Version }),
    output: Hub,
  }),
  removeHub: route({
    method: 'DELETE',
    path: '/availability/hubs/{id}',
    access: 'availability:manage',
    summary: 'Take a hub away; it can be put back',
    input: One,
    output: Hub,
  }),
  restoreHub: route({
    method: 'POST',
    path: '/availability/hubs/{id}/restoration',
    access: 'availability:manage',
    summary: 'Put back a hub that was taken away',
    input: One,
    output: Hub,
  }),
}
