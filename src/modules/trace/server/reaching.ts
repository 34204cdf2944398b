import type { Ctx } from '../../../kernel/ctx.ts'
import { parentsOf } from './links.ts'

export type Ref = { kind: string; id: string }
export const keyOf = ({ kind, id }: Ref): string => `${kind} ${id}`

const most = 50

type Chains = { parentOf(ref: Ref): Ref | undefined; leadsUp(ref: Ref): boolean }

/** Which of these records lead up to the vision. */
export const reaching = async (ctx: Ctx, refs: readonly Ref[]): Promise<(ref: Ref) => boolean> =>
  (await chainsOf(ctx, refs)).leadsUp

/** What these records serve, up to the top; all of one kind are asked for at once, level by level. */
export async function chainsOf(ctx: Ctx, refs: readonly Ref[]): Promise<Chains> {
  const above = new Map<string, Ref>()
  let waiting = new Map(refs.map((ref) => [keyOf(ref), ref]))
  for (let step = 0; step < most && waiting.size > 0; step += 1) {
    const found = new Map<string, Ref>()
    for (const kind of new Set([...waiting.values()].map((ref) => ref.kind))) {
      const ids = [...waiting.values()].filter((ref) => ref.kind === kind).map((ref) => ref.id)
      for (const [id, parent] of await parentsOf(ctx.db, kind, ids)) {
        above.set(keyOf({ kind, id }), parent)
        found.set(keyOf(parent), parent)
      }
    }
    waiting = new Map([...found].filter(([key, ref]) => !above.has(key) && ref.kind !== 'vision'))
  }
  const parentOf = (ref: Ref) => above.get(keyOf(ref))
  const leadsUp = (ref: Ref) => {
    let at: Ref | undefined = ref
    for (let step = 0; step <= most && at && at.kind !== 'vision'; step += 1) at = parentOf(at)
    return at?.kind === 'vision'
  }
  return { parentOf, leadsUp }
}
