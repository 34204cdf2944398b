import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { daysBetween } from '../../../methods/days.ts'
import { edgesOf } from '../../../methods/flow/index.ts'
import { settings } from '../../identity/server/index.ts'
import { visibleItems } from '../../work/server/index.ts'
import { type blockers, causeNames, type Ledger } from '../contract.ts'
import { delayOf } from '../rules.ts'
import { any } from './records.ts'

/** Days that items lost to blockers; what is open counts until now. */
export async function ledger(ctx: Ctx, { from, to, boardId }: In<typeof blockers.ledger>): Promise<Ledger> {
  const { timeZone: zone } = await settings(ctx.db)
  const [begins, ends] = edgesOf(from, to, { zone, days: daysBetween(from, to) + 1 }) as [number, number]
  const window = { from: begins, to: Math.min(ends, ctx.now.getTime()) }
  const rows = await rowsWithin(ctx, window, boardId)
  const days = delayOf(
    rows.map(({ row }) => ({
      ...{ id: row.id, item: row.item_id, from: row.since_at.getTime() },
      to: row.ended_at?.getTime() ?? null,
    })),
    window,
  )
  const lines = rows
    .map(({ row, number }) => ({
      ...{ id: row.id, item: `W-${number}`, reason: row.reason, party: row.party, kind: row.kind },
      ...{ cause: row.cause, days: days.get(row.id) ?? 0, isOpen: row.ended_at === null },
      workaround: row.workaround,
    }))
    .filter((one) => one.days > 0)
    .sort((a, b) => b.days - a.days || (a.id < b.id ? -1 : 1))
  return { from, to, ...sumsOf(lines), lines }
}

const sum = (lines: readonly { days: number }[]): number => lines.reduce((all, one) => all + one.days, 0)

function sumsOf(lines: Ledger['lines']) {
  return {
    days: sum(lines),
    internal: sum(lines.filter((one) => one.kind === 'internal')),
    external: sum(lines.filter((one) => one.kind === 'external')),
    causes: grouped(lines, (one) => causeNames[one.cause]).map(toShare),
    parties: grouped(lines, (one) => `${one.kind} ${one.party}`).map((own) => ({
      ...toShare([own[1][0]!.party, own[1]]),
      kind: own[1][0]!.kind,
    })),
  }
}

const toShare = ([name, own]: [string, Ledger['lines']]) => ({ name, days: sum(own), blockers: own.length })

function grouped(lines: Ledger['lines'], nameOf: (line: Ledger['lines'][number]) => string) {
  const groups = new Map<string, Ledger['lines']>()
  for (const one of lines) groups.set(nameOf(one), [...(groups.get(nameOf(one)) ?? []), one])
  return [...groups].sort((a, b) => sum(b[1]) - sum(a[1]))
}

async function rowsWithin(ctx: Ctx, { from, to }: { from: number; to: number }, boardId?: string) {
  const rows = await ctx.db
    .selectFrom('blockers_records')
    .selectAll()
    .where('since_at', '<', new Date(to))
    .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', new Date(from))]))
    .execute()
  let seen = (await visibleItems(ctx))
    .select(['id', 'number'])
    .where('id', '=', any(rows.map((row) => row.item_id)))
  if (boardId) seen = seen.where('board_id', '=', boardId)
  const numbers = new Map((await seen.execute()).map((one) => [one.id, one.number]))
  return rows.flatMap((row) => {
    const number = numbers.get(row.item_id)
    return number === undefined ? [] : { row, number }
  })
}
