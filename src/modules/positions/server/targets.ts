import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { traced } from '../../trace/server/index.ts'
import { type positions, type Target, targetKinds } from '../contract.ts'

type Ref = { kind: Target['kind']; id: string }

const seen = (ctx: Ctx, kind: string) => {
  const known = ctx.use(traced).get(kind)
  return known && holds(ctx.actor, known.read) ? known : undefined
}

/** Hours go to what exists and may be seen by whoever gives them. */
export async function requireTargets(ctx: Ctx, refs: Ref[]): Promise<void> {
  for (const kind of targetKinds) {
    const ids = [...new Set(refs.filter((one) => one.kind === kind).map((one) => one.id))]
    if (ids.length === 0) continue
    const found = await seen(ctx, kind)?.named(ctx.db, ids)
    const strange = ids.find((id) => !found?.has(id))
    const title = ctx.use(traced).get(kind)?.title.toLowerCase() ?? kind
    if (strange) throw invalid(`There is no ${title} ${strange}, or it is not yours to see.`)
  }
}

/** Names of what hours go to; of a kind that the asker may not read the name, id and address are left out. */
export async function namesOf(ctx: Ctx, refs: Ref[]): Promise<(ref: Ref) => Target> {
  const names = new Map<string, string>()
  for (const kind of targetKinds) {
    const ids = [...new Set(refs.filter((one) => one.kind === kind).map((one) => one.id))]
    const found = ids.length > 0 ? await seen(ctx, kind)?.named(ctx.db, ids) : undefined
    for (const [id, { name }] of found ?? []) names.set(`${kind} ${id}`, name)
  }
  return ({ kind, id }) => {
    const known = ctx.use(traced).get(kind)
    const name = names.get(`${kind} ${id}`) ?? null
    const title = known?.title ?? kind
    return {
      kind,
      id: name === null ? '' : id,
      title,
      name,
      path: name === null ? null : (known?.path(id) ?? null),
    }
  }
}

export async function targets(ctx: Ctx, { words }: In<typeof positions.targets>) {
  const items: Target[] = []
  for (const kind of targetKinds) {
    const known = seen(ctx, kind)
    for (const { id, name } of (await known?.find(ctx.db, words)) ?? [])
      items.push({ kind, id, title: known!.title, name, path: known!.path(id) })
  }
  return { items }
}
