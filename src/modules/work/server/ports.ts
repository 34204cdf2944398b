import type { Ctx } from '../../../kernel/ctx.ts'
import { service } from '../../../kernel/service.ts'
import type { Badge } from '../things.ts'
import type { ItemRow, StageRow } from './tables.ts'

/** What a module above says of items on their cards. */
type Marker = (ctx: Ctx, ids: readonly string[]) => Promise<Map<string, Badge[]>>
/** A condition of lists: the ids of the items that meet it. */
type Condition = (ctx: Ctx, value: string) => Promise<string[]>
/** Why an item may not go from one stage to another, or null. Asked of all that move at once. */
export type Guard = (ctx: Ctx, items: readonly ItemRow[], to: StageRow) => Promise<Map<string, string>>

/** Where modules above join the work: marks on cards, conditions of lists, guards of moves. */
export class WorkPorts {
  #markers: Marker[] = []
  #conditions = new Map<string, Condition>()
  #guards: Guard[] = []

  mark(...markers: Marker[]): void {
    this.#markers.push(...markers)
  }
  condition(name: string, ids: Condition): void {
    this.#conditions.set(name, ids)
  }
  guard(...guards: Guard[]): void {
    this.#guards.push(...guards)
  }

  async badges(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Badge[]>> {
    const all = new Map<string, Badge[]>()
    for (const marker of this.#markers)
      for (const [id, badges] of await marker(ctx, ids)) all.set(id, [...(all.get(id) ?? []), ...badges])
    return all
  }
  conditionOf(name: string): Condition | undefined {
    return this.#conditions.get(name)
  }
  async objections(ctx: Ctx, items: readonly ItemRow[], to: StageRow): Promise<Map<string, string>> {
    const all = new Map<string, string>()
    for (const guard of this.#guards)
      for (const [id, why] of await guard(ctx, items, to)) if (!all.has(id)) all.set(id, why)
    return all
  }
}

export const workPorts = service<WorkPorts>('work.ports')
