import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Actor, anonymous, localOwner } from './kernel/actor.ts'
import type { Route } from './kernel/contract.ts'
import { Problem } from './kernel/errors.ts'
import { createHttp } from './kernel/http/server.ts'
import { perform } from './kernel/perform.ts'
import { defaultPermissions, roleDefaults } from './modules/identity/rules.ts'
import { modules } from './server/modules.ts'
import { startTestApp, type TestApp } from './test/app.ts'

const routes = modules.flatMap((module) => Object.values(module.contract.routes))
const known = [...new Set(routes.map((route) => route.access).filter((access) => access.includes(':')))]
const malformed = 'not an object' as never

let company: TestApp
beforeAll(async () => {
  company = await startTestApp({ work: false })
})
afterAll(() => company.close())

const actorAs = (role: string): Actor => ({
  kind: 'person',
  id: role,
  name: role,
  permissions: new Set(defaultPermissions(role, known)),
})

/** Knock with an input that no route takes: whoever is admitted is told so, and nothing is done. */
async function answerTo(actor: Actor, route: Route): Promise<Problem> {
  try {
    await perform(company.app, route, malformed, { actor, via: 'test' })
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error(`${route.id} took an input that is no object.`)
}

async function isAdmitted(actor: Actor, route: Route): Promise<boolean> {
  const { code } = await answerTo(actor, route)
  expect(['invalid', 'forbidden', 'unauthenticated'], route.id).toContain(code)
  return code === 'invalid'
}

test('every route × every role is as the page of permissions says', async () => {
  const actors = [anonymous, ...roleDefaults.map((role) => actorAs(role.id))]
  const heading = (width: number) =>
    ['route'.padEnd(width), 'access'.padEnd(20), ...actors.map((actor) => actor.id)].join(' ')
  const width = Math.max(...routes.map((route) => route.id.length))
  const lines = [heading(width)]
  for (const route of [...routes].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const marks: string[] = []
    for (const actor of actors)
      marks.push(((await isAdmitted(actor, route)) ? '✓' : '·').padEnd(actor.id.length))
    lines.push([route.id.padEnd(width), route.access.padEnd(20), ...marks].join(' ').trimEnd())
  }
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('permissions.txt')
})

test('every route refuses malformed input with a sentence', async () => {
  for (const route of routes) {
    const { code, message } = await answerTo(localOwner, route)
    expect(code, route.id).toBe('invalid')
    expect(message, route.id).toMatch(/^[A-Z].*\.$/)
  }
})

test('a guest of an agency sees none of the organisation’s figures', async () => {
  const withFigures = [
    'imports',
    'audience',
    'costs',
    'quality',
    'metrics',
    'pipeline',
    'attribution',
    'returns',
    'forecast',
    'creative',
    'dashboards',
    'scenarios',
    'cases',
    'optimiser',
    'positions',
    'drift',
  ]
  const admitted: string[] = []
  for (const route of routes.filter((one) => withFigures.includes(one.module)))
    if (await isAdmitted(actorAs('agency'), route)) admitted.push(route.id)
  // What attributes and stages mean is for everybody; it holds no figure of anybody.
  const definitions = ['imports.model', 'pipeline.stages']
  expect(admitted.filter((id) => !definitions.includes(id))).toEqual([])
})

test('nobody gets past the door of the web without signing in, except where the route says public', async () => {
  for (const route of routes.filter((one) => one.access !== 'public')) {
    // A door of its own each: one would soon say no for the number of questions.
    const answer = await createHttp(company.app).request(`/api${route.path.replace(/\{\w+\}/g, 'x')}`, {
      method: route.method,
      ...(route.method === 'GET' ? {} : { headers: { 'content-type': 'application/json' } }),
    })
    expect([route.id, answer.status, answer.headers.get('content-type')]).toEqual([
      route.id,
      401,
      'application/problem+json',
    ])
  }
})
