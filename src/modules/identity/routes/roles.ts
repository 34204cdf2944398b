import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { Area, Line, Name, Part, Permission, Role } from '../things.ts'

const Permissions = z.array(z.string().max(100)).max(500)

export const roleRoutes = {
  roles: route({
    method: 'GET',
    path: '/roles',
    access: 'people:read',
    summary: 'List roles and every permission',
    input: z.object({}),
    output: z.object({ roles: z.array(Role), permissions: z.array(Permission) }),
  }),
  addRole: route({
    method: 'POST',
    path: '/roles',
    access: 'roles:manage',
    summary: 'Add a role of your own',
    input: z.object({ name: Name, summary: Line(300).default(''), permissions: Permissions.default([]) }),
    output: Role,
  }),
  changeRole: route({
    method: 'PATCH',
    path: '/roles/{id}',
    access: 'roles:manage',
    summary: 'Change what a role may do and whom it reports to',
    input: z.object({
      id: z.string(),
      /** The version you saw: a change made meanwhile is not overwritten. */
      version: z.number().int(),
      name: Name.optional(),
      summary: Line(300).optional(),
      permissions: Permissions.optional(),
      reportsTo: z.array(z.string()).max(100).optional(),
    }),
    output: Role,
  }),
  areas: route({
    method: 'GET',
    path: '/areas',
    access: 'people:read',
    summary: 'Show the overlap map: who leads, is consulted, is informed',
    input: z.object({}),
    output: z.object({
      areas: z.array(Area),
      roles: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
  }),
  addArea: route({
    method: 'POST',
    path: '/areas',
    access: 'roles:manage',
    summary: 'Add an area of responsibility',
    input: z.object({ name: Name, parts: z.record(z.string(), Part).default({}) }),
    output: Area,
  }),
  changeArea: route({
    method: 'PUT',
    path: '/areas/{id}',
    access: 'roles:manage',
    summary: 'Change who leads, is consulted or informed in an area',
    input: z.object({ id: z.string(), name: Name.optional(), parts: z.record(z.string(), Part) }),
    output: Area,
  }),
  removeArea: route({
    method: 'DELETE',
    path: '/areas/{id}',
    access: 'roles:manage',
    summary: 'Remove an area of responsibility',
    input: z.object({ id: z.string() }),
    output: z.object({}),
  }),
}
