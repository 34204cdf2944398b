import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Need } from '../../identity/contract.ts'

const staleAfter = 14
const day = 86_400_000
const files = (n: number, what: string): string =>
  n === 1
    ? `1 file ${what.replace(/^are|^wait/, (verb) => (verb === 'are' ? 'is' : 'waits'))}`
    : `${n} files ${what}`

const waiting = [
  {
    status: 'failed',
    what: 'could not be landed',
    why: 'Nothing of them was written. See the reason and try again.',
  },
  {
    status: 'unsettled',
    what: 'wait for an answer',
    why: 'A column does not say by itself how it is to be read.',
  },
  {
    status: 'unknown',
    what: 'are not recognised',
    why: 'Map their columns once; the mapping is offered next time.',
  },
  {
    status: 'ready',
    what: 'are understood and not landed',
    why: 'Look over what was understood and land them.',
  },
] as const

/** Files that wait for somebody, and sources that have grown old. */
export async function needsOfImports(ctx: Ctx): Promise<Need[]> {
  if (!holds(ctx.actor, 'imports:write')) return []
  const counted = await ctx.db
    .selectFrom('imports_imports')
    .select((e) => ['status', e.fn.countAll<number>().as('n')])
    .where('status', 'in', ['failed', 'unsettled', 'unknown', 'ready'])
    .groupBy('status')
    .execute()
  const open = waiting.flatMap(({ status, what, why }) => {
    const n = counted.find((one) => one.status === status)?.n ?? 0
    return n > 0 ? [{ title: files(n, what), why, link: `/imports?status=${status}` }] : []
  })
  return [...open, ...(await oldSources(ctx))]
}

async function oldSources(ctx: Ctx): Promise<Need[]> {
  const rows = await ctx.db
    .selectFrom('imports_imports')
    .select((e) => ['title', e.fn.max('landed_at').as('newest')])
    .where('status', '=', 'landed')
    .groupBy('title')
    .execute()
  return rows
    .map(({ title, newest }) => ({
      title,
      days: Math.floor((ctx.now.getTime() - new Date(newest as Date).getTime()) / day),
    }))
    .filter((one) => one.days > staleAfter)
    .map(({ title, days }) => ({
      title: `${title} are ${days} days old`,
      why: 'Every figure that uses them is that old too. Bring in a new export.',
      link: '/sources',
    }))
}
