import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { directory } from '../../identity/server/index.ts'
import { assigneesOf } from './records.ts'

/** Refuses people who are not known here or work here no more. */
export async function requirePeople(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await directory(ctx)
  for (const id of ids) {
    const person = rows.get(id)
    if (!person) throw invalid('Somebody who is assigned is not known here. Choose from the list.')
    if (person.disabled_at) throw invalid(`${person.name} does not work here any more. Assign somebody else.`)
  }
}

/** Assign exactly these people to each item, in their order. */
export async function keepAssignees(ctx: Ctx, wanted: ReadonlyMap<string, string[]>): Promise<void> {
  const before = await assigneesOf(ctx, [...wanted.keys()])
  const changed = [...wanted].filter(([id, people]) => people.join() !== (before.get(id) ?? []).join())
  const had = changed.map(([id]) => id).filter((id) => before.has(id))
  await ctx.deleteAll('work_assignees', { column: 'item_id', among: had })
  await ctx.insertAll(
    'work_assignees',
    changed.flatMap(([id, people]) =>
      [...new Set(people)].map((personId, place) => ({ item_id: id, person_id: personId, place })),
    ),
  )
}
