import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Company, startCompany } from '../../test/company.ts'
import { trace } from './contract.ts'
import { type Kind, traced } from './server/index.ts'

const names = new Map([
  ['v1', 'Where we go'],
  ['g1', 'More demand'],
  ['g2', 'More partners'],
  ['m1', 'Spring campaign'],
])

/** Kinds of the test’s own, so that the chain is tested without the modules above it. */
const kind = (name: string, under: string[], read: string): Kind => ({
  kind: name,
  title: name[0]!.toUpperCase() + name.slice(1),
  under,
  read,
  manage: 'costs:write',
  path: (id) => `/${name}/${id}`,
  named: async (_, ids) =>
    new Map(ids.flatMap((id) => (names.has(id) ? [[id, { name: names.get(id)! }] as const] : []))),
  find: async (_, words) =>
    [...names]
      .filter(([id, text]) => id.startsWith(name[0]!) && text.toLowerCase().includes(words.toLowerCase()))
      .map(([id, text]) => ({ id, name: text })),
})

let northwind: Company
beforeAll(async () => {
  northwind = await startCompany({ work: false })
  northwind.app.services
    .use(traced)
    .register(
      kind('vista', [], 'metrics:read'),
      kind('grove', ['vista', 'grove'], 'metrics:read'),
      kind('money', ['grove'], 'costs:read'),
    )
})
afterAll(() => northwind.close())

const link = (child: [string, string], parent: [string, string] | null, who = northwind.ask) =>
  who(trace.link, {
    kind: child[0],
    id: child[1],
    parent: parent && { kind: parent[0], id: parent[1] },
  })
const show = (kind: string, id: string) => northwind.ask(trace.show, { kind, id })

test('a chain leads up to the top and down again', async () => {
  expect(await show('money', 'm1')).toMatchObject({
    up: [],
    reachesTop: false,
    says: expect.stringMatching(/nobody can see/),
  })
  await link(['money', 'm1'], ['grove', 'g1'])
  expect(await show('money', 'm1')).toMatchObject({
    reachesTop: false,
    says: expect.stringMatching(/ends before the vision/),
  })
  await link(['grove', 'g1'], ['vista', 'v1'])
  const found = await show('money', 'm1')
  expect(found.up.map((one) => one.name)).toEqual(['More demand', 'Where we go'])
  expect(found).toMatchObject({ reachesTop: true, can: { link: true } })
  expect(await show('vista', 'v1')).toMatchObject({ below: 2, down: [{ name: 'More demand' }] })
})

test('a link that does not fit, goes in a circle or leads to nothing is refused', async () => {
  await link(['grove', 'g2'], ['grove', 'g1'])
  await expect(link(['grove', 'g1'], ['grove', 'g2'])).rejects.toThrow(/round in a circle/)
  await expect(link(['grove', 'g1'], ['grove', 'g1'])).rejects.toThrow(/round in a circle/)
  await expect(link(['money', 'm1'], ['vista', 'v1'])).rejects.toThrow(/linked up to a grove, not to a vista/)
  await expect(link(['money', 'm1'], ['grove', 'g9'])).rejects.toMatchObject({ code: 'missing' })
  expect((await show('money', 'm1')).up[0]?.name).toBe('More demand')
})

test('two at once never close a circle', async () => {
  await link(['grove', 'g1'], null)
  await link(['grove', 'g2'], null)
  const both = await Promise.allSettled([
    link(['grove', 'g1'], ['grove', 'g2']),
    link(['grove', 'g2'], ['grove', 'g1']),
  ])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('who may not read a kind sees that something is there and no more', async () => {
  await link(['grove', 'g2'], null)
  await link(['grove', 'g1'], null)
  await link(['money', 'm1'], ['grove', 'g1'])
  const vera = northwind.as('vera')
  expect((await vera(trace.show, { kind: 'grove', id: 'g1' })).down).toEqual([
    { kind: 'money', id: '', title: 'Money', name: null, note: null, path: null },
  ])
  await expect(vera(trace.show, { kind: 'money', id: 'm1' })).rejects.toMatchObject({ code: 'missing' })
  await expect(
    vera(trace.link, { kind: 'grove', id: 'g1', parent: { kind: 'vista', id: 'v1' } }),
  ).rejects.toThrow(/needs the right/)
  const found = await northwind.ask(trace.candidates, { kind: 'money', id: 'm1', words: 'partner' })
  expect(found.items.map((one) => one.name)).toEqual(['More partners'])
})
