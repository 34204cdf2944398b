import type { Ctx } from '../../../kernel/ctx.ts'
import { type ItemRow, toItems, visibleItems, waitingFor } from '../../work/server/index.ts'
import type { Blocker } from '../contract.ts'
import { any } from './records.ts'

type Waits = Blocker['waits']

/** What stands behind items that are blocked, as far as the asker may see it. */
export async function waitsBehind(ctx: Ctx, items: readonly ItemRow[]): Promise<Map<string, Waits>> {
  const ids = items.map((one) => one.id)
  const links = await waitingFor(ctx, ids)
  const behind = new Map(ids.map((id) => [id, allBehind(id, links)]))
  const concerned = [...new Set([...ids, ...[...behind.values()].flat()])]
  const rows = await (await visibleItems(ctx)).selectAll().where('id', '=', any(concerned)).execute()
  const shown = new Map((await toItems(ctx, rows)).map((one) => [one.id, one]))
  return new Map(
    ids.map((id) => {
      const waiting = (behind.get(id) ?? [])
        .flatMap((one) => shown.get(one) ?? [])
        .filter((one) => !one.doneAt)
      const own = shown.get(id)
      const all = own ? [own, ...waiting] : waiting
      return [
        id,
        {
          items: waiting.map(({ id: one, number, title }) => ({ id: one, number, title })),
          people: unique(all.flatMap((one) => one.assignees.map((person) => person.name))),
          serves: unique(all.flatMap((one) => (one.serves?.name ? [one.serves.name] : []))),
        },
      ]
    }),
  )
}

function allBehind(id: string, links: readonly { id: string; for: string }[]): string[] {
  const found = new Set<string>()
  for (let ring = [id]; ring.length > 0; ) {
    ring = links
      .filter((one) => ring.includes(one.for) && !found.has(one.id) && one.id !== id)
      .map((one) => one.id)
    for (const one of ring) found.add(one)
  }
  return [...found]
}

const unique = (names: readonly string[]): string[] => [...new Set(names)].sort()
