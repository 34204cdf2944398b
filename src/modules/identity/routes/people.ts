import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Email, Line, Link, Name, Person, Team, TimeZone } from '../things.ts'

const Ids = z.array(z.string()).max(500)

const Profile = z.object({
  name: Name,
  email: Email,
  title: Line(120).default(''),
  company: Line(120).nullable().default(null),
  managerId: z.string().nullable().default(null),
  timeZone: TimeZone.nullable().default(null),
})
const TeamInput = z.object({
  name: Name,
  purpose: Line(300).default(''),
  leadId: z.string().nullable().default(null),
  members: Ids.default([]),
})

export const peopleRoutes = {
  people: route({
    method: 'GET',
    path: '/people',
    access: 'people:read',
    summary: 'List people',
    input: z.object({ search: z.string().max(100).optional() }),
    output: z.object({ people: z.array(Person) }),
  }),
  person: route({
    method: 'GET',
    path: '/people/{id}',
    access: 'people:read',
    summary: 'Show a person',
    input: One,
    output: Person.extend({ reports: z.array(z.object({ id: z.string(), name: z.string() })) }),
  }),
  invite: route({
    method: 'POST',
    path: '/people',
    access: 'people:manage',
    summary: 'Invite a person',
    secret: true,
    input: Profile.extend({ roles: Ids.default([]) }),
    output: z.object({ person: Person, link: Link }),
  }),
  changePerson: route({
    method: 'PATCH',
    path: '/people/{id}',
    access: 'people:manage',
    summary: 'Change a person’s name, address, title or manager',
    input: One.extend({
      name: Name.optional(),
      email: Email.optional(),
      title: Line(120).optional(),
      company: Line(120).nullable().optional(),
      managerId: z.string().nullable().optional(),
      timeZone: TimeZone.nullable().optional(),
    }),
    output: Person,
  }),
  assignRoles: route({
    method: 'PUT',
    path: '/people/{id}/roles',
    access: 'people:manage',
    summary: 'Give a person their roles',
    input: One.extend({ roles: Ids }),
    output: Person,
  }),
  disable: route({
    method: 'POST',
    path: '/people/{id}/disabling',
    access: 'people:manage',
    summary: 'Take away a person’s access at once',
    input: One,
    output: Person,
  }),
  enable: route({
    method: 'DELETE',
    path: '/people/{id}/disabling',
    access: 'people:manage',
    summary: 'Give a disabled person access again',
    input: One,
    output: Person,
  }),
  teams: route({
    method: 'GET',
    path: '/teams',
    access: 'people:read',
    summary: 'List teams',
    input: z.object({}),
    output: z.object({ teams: z.array(Team) }),
  }),
  addTeam: route({
    method: 'POST',
    path: '/teams',
    access: 'people:manage',
    summary: 'Add a team',
    input: TeamInput,
    output: Team,
  }),
  changeTeam: route({
    method: 'PUT',
    path: '/teams/{id}',
    access: 'people:manage',
    summary: 'Change a team and its members',
    input: TeamInput.extend({ id: z.string() }),
    output: Team,
  }),
  removeTeam: route({
    method: 'DELETE',
    path: '/teams/{id}',
    access: 'people:manage',
    summary: 'Remove a team',
    input: One,
    output: z.object({}),
  }),
}
