/** The server's half of a module: what can be asked, the rules, the rows, the acts, the tests. */
export const moduleFiles = (words, migration) => ({
  [`src/modules/${words.kebab}/README.md`]: readme(words),
  [`src/modules/${words.kebab}/contract.ts`]: contract(words),
  [`src/modules/${words.kebab}/rules.ts`]: rules(),
  [`src/modules/${words.kebab}/server/tables.ts`]: tables(words),
  [`src/modules/${words.kebab}/server/actions.ts`]: actions(words),
  [`src/modules/${words.kebab}/server/index.ts`]: index(words),
  [`src/modules/${words.kebab}/rules.test.ts`]: rulesTest(),
  [`src/modules/${words.kebab}/${words.kebab}.test.ts`]: frontDoorTest(words),
  [`migrations/${migration}.ts`]: migrationFile(words),
})

const readme = ({ title, kebab }) => `# ${title}

What ${kebab} is for, in one sentence.

- **Item**: say what it is in the words of the field, and add the word to WORDS.md.
- Two items never have the same name.
`

const contract = ({ camel, kebab, title }) => `import { z } from 'zod'
import { contract, event, route } from '../../kernel/contract.ts'

const Name = z.string().trim().min(1, 'must not be empty').max(120)

export const Item = z.object({ id: z.string(), name: z.string(), addedAt: z.iso.datetime() })
export type Item = z.infer<typeof Item>

export const ${camel} = contract(
  '${kebab}',
  {
    list: route({
      method: 'GET',
      path: '/${kebab}',
      access: '${kebab}:read',
      summary: 'List ${title.toLowerCase()}, by name',
      input: z.object({}),
      output: z.object({ items: z.array(Item) }),
    }),
    add: route({
      method: 'POST',
      path: '/${kebab}',
      access: '${kebab}:write',
      summary: 'Add an item',
      input: z.object({ name: Name }),
      output: Item,
    }),
    remove: route({
      method: 'DELETE',
      path: '/${kebab}/{id}',
      access: '${kebab}:write',
      summary: 'Remove an item',
      input: z.object({ id: z.string() }),
      output: z.object({}),
    }),
  },
  {
    added: event('added {name}', z.object({ name: z.string() })),
    removed: event('removed {name}', z.object({ name: z.string() })),
  },
)
`

const rules =
  () => `/** Why an item of this name cannot be added to those that are there; null when it can. */
export function whyNotAdd(name: string, taken: readonly string[]): string | null {
  const isTaken = taken.some((one) => one.toLowerCase() === name.toLowerCase())
  return isTaken ? \`There is an item named \${name} already.\` : null
}
`

const rulesTest = () => `import { expect, test } from 'vitest'
import { whyNotAdd } from './rules.ts'

test.each([
  ['Spring', [], null],
  ['Spring', ['Autumn'], null],
  ['Spring', ['spring'], 'There is an item named Spring already.'],
])('%s beside %j: %j', (name, taken, reason) => {
  expect(whyNotAdd(name, taken)).toBe(reason)
})
`

const tables = ({ snake }) => `import type { Selectable } from 'kysely'
import type { Tables } from '../../../kernel/db/tables.ts'
import type { Item } from '../contract.ts'

declare module '../../../kernel/db/tables.ts' {
  interface Tables {
    ${snake}_items: { id: string; name: string; added_at: Date }
  }
}

type ItemRow = Selectable<Tables['${snake}_items']>

export const toItem = (row: ItemRow): Item => ({
  id: row.id,
  name: row.name,
  addedAt: row.added_at.toISOString(),
})
`

const actions = ({ camel, snake }) => `import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { conflict, missing } from '../../../kernel/errors.ts'
import { ${camel} } from '../contract.ts'
import { whyNotAdd } from '../rules.ts'
import { toItem } from './tables.ts'

export async function list(ctx: Ctx) {
  const rows = await ctx.db.selectFrom('${snake}_items').selectAll().orderBy('name').execute()
  return { items: rows.map(toItem) }
}

export async function add(ctx: Ctx, { name }: In<typeof ${camel}.add>) {
  const { items } = await list(ctx)

  const objection = whyNotAdd(
    name,
    items.map((one) => one.name),
  )
  if (objection) throw conflict(objection)

  const row = await ctx.insert('${snake}_items', { id: ctx.id('itm'), name, added_at: ctx.now })
  await ctx.record(${camel}.events.added, row.id, { name })

  return toItem(row)
}

export async function remove(ctx: Ctx, { id }: In<typeof ${camel}.remove>) {
  const row = await ctx.db.selectFrom('${snake}_items').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw missing('This item')

  await ctx.delete('${snake}_items', id)
  await ctx.record(${camel}.events.removed, id, { name: row.name })

  return {}
}
`

const index = ({ camel }) => `import { defineModule } from '../../../kernel/module.ts'
import { ${camel} } from '../contract.ts'
import { add, list, remove } from './actions.ts'

export const ${camel}Module = defineModule(${camel}, { list, add, remove })
`

const frontDoorTest = ({ camel }) => `import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous } from '../../kernel/actor.ts'
import { startTestApp, type TestApp } from '../../test/app.ts'
import { ${camel} } from './contract.ts'

let northwind: TestApp
beforeAll(async () => {
  northwind = await startTestApp({ work: false })
})
afterAll(() => northwind.close())

test('what is added is listed until it is removed', async () => {
  const { id } = await northwind.ask(${camel}.add, { name: 'Spring' })
  expect((await northwind.ask(${camel}.list, {})).items.map((one) => one.name)).toEqual(['Spring'])
  await northwind.ask(${camel}.remove, { id })
  expect((await northwind.ask(${camel}.list, {})).items).toEqual([])
})

test('two items never have the same name', async () => {
  await northwind.ask(${camel}.add, { name: 'Autumn' })
  await expect(northwind.ask(${camel}.add, { name: 'autumn' })).rejects.toMatchObject({ code: 'conflict' })
})

test('nobody gets in without signing in', async () => {
  await expect(northwind.ask(${camel}.list, {}, anonymous)).rejects.toMatchObject({ code: 'unauthenticated' })
})
`

const migrationFile = ({ snake }) => `import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql\`
    create table ${snake}_items (
      id text primary key,
      name text not null,
      added_at timestamptz not null
    )\`.execute(db)
  await sql\`create unique index ${snake}_items_name on ${snake}_items (lower(name))\`.execute(db)
}
`
