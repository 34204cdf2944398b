import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { One } from '../../../kernel/paging.ts'
import { Line as Compared } from '../../strategy/contract.ts'
import { DepartmentPage, Line, Link, PageInput, SharedPage, Version } from '../things/page.ts'

const text = z.string()
const version = z.coerce.number().int().min(1)
/** The version that was on the screen. */
const base = z.number().int().min(0)
const name = text.trim().min(2, 'takes at least 2 letters').max(80)
const people = z.array(text.max(80)).max(200, 'are 200 at most')
const Token = text.min(20).max(200)

export const pageRoutes = {
  list: route({
    method: 'GET',
    path: '/departments',
    access: 'departments:read',
    summary: 'List the pages for departments, with who read them and what is asked of them',
    input: z.object({ isClosed: z.boolean().default(false) }),
    output: z.object({ items: z.array(Line), can: z.object({ manage: z.boolean() }) }),
  }),
  show: route({
    method: 'GET',
    path: '/departments/{id}',
    access: 'departments:read',
    summary: 'One department’s page, with the figures it is tied to and who has read it',
    input: One,
    output: DepartmentPage,
  }),
  compare: route({
    method: 'GET',
    path: '/departments/{id}/comparison',
    access: 'departments:read',
    summary: 'Compare two versions of a department’s page, paragraph by paragraph',
    input: One.extend({ before: version, after: version }),
    output: z.object({ lines: z.array(Compared) }),
  }),
  version: route({
    method: 'GET',
    path: '/departments/{id}/versions/{version}',
    access: 'departments:read',
    summary: 'One version of a department’s page as it was',
    input: One.extend({ version }),
    output: Version,
  }),
  add: route({
    method: 'POST',
    path: '/departments',
    access: 'departments:manage',
    summary: 'Begin a page for a department, with who is of it',
    input: z.object({ name, ownerId: text.nullable().default(null), peopleIds: people.default([]) }),
    output: DepartmentPage,
  }),
  change: route({
    method: 'PATCH',
    path: '/departments/{id}',
    access: 'departments:manage',
    summary:
      'Rename a department, say who owns its page, who joins its people and who leaves them, or close it and open it again',
    input: One.extend({
      name: name.optional(),
      ownerId: text.nullable().optional(),
      joinIds: people.default([]),
      leaveIds: people.default([]),
      isClosed: z.boolean().optional(),
    }),
    output: DepartmentPage,
  }),
  save: route({
    method: 'POST',
    path: '/departments/{id}/versions',
    access: 'departments:read',
    summary:
      'Save a department’s page as a new version, as its owner or with departments:manage; refused, and nothing lost, when somebody saved one since `base`',
    input: One.extend({ ...PageInput.shape, base }),
    output: DepartmentPage,
  }),
  putBack: route({
    method: 'POST',
    path: '/departments/{id}/versions/{version}/restoration',
    access: 'departments:read',
    summary: 'Put an earlier version of a department’s page back, as a new version',
    input: One.extend({ version, base }),
    output: DepartmentPage,
  }),
  markRead: route({
    method: 'POST',
    path: '/departments/{id}/readings',
    access: 'departments:read',
    summary: 'Say that you have read a version of a department’s page',
    input: One.extend({ version: z.number().int().min(1) }),
    output: z.object({}),
  }),
  links: route({
    method: 'GET',
    path: '/departments/{id}/links',
    access: 'departments:manage',
    summary: 'List the links that show a department’s page without signing in',
    input: One,
    output: z.object({ items: z.array(Link) }),
  }),
  share: route({
    method: 'POST',
    path: '/departments/{id}/links',
    access: 'departments:manage',
    summary:
      'Make a link that shows a department’s page, and no figure unless asked for; the address is told once',
    secret: true,
    input: One.extend({
      label: text.trim().min(2, 'takes at least 2 letters').max(120),
      hasFigures: z.boolean().default(false),
      days: z.number().int().min(1).max(365, 'is a year at most').default(30),
    }),
    output: z.object({ url: text, expiresAt: text }),
  }),
  revoke: route({
    method: 'DELETE',
    path: '/departments/{id}/links/{linkId}',
    access: 'departments:manage',
    summary: 'Take a link back: it shows nothing from now on',
    input: One.extend({ linkId: text }),
    output: z.object({}),
  }),
  visit: route({
    method: 'POST',
    path: '/shared-departments',
    access: 'public',
    summary: 'Show what a link to a department’s page shows, and count the visit',
    secret: true,
    input: z.object({ token: Token }),
    output: SharedPage,
  }),
}
