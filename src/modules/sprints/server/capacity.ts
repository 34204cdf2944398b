import type { Ctx } from '../../../kernel/ctx.ts'
import { hoursOf } from '../../availability/server/index.ts'
import type { SprintRow } from './tables.ts'

type Member = { id: string; name: string }

/** The hours that the people of a team have in a sprint, and what of them goes into what is planned. */
export async function capacityOf(
  ctx: Ctx,
  { starts_on, ends_on, focus, measure }: Pick<SprintRow, 'starts_on' | 'ends_on' | 'focus' | 'measure'>,
  members: readonly Member[],
) {
  const hours = await hoursOf(
    ctx,
    members.map((one) => one.id),
    starts_on,
    ends_on,
  )
  const people = members.map(({ id, name }) => {
    const days = hours.get(id) ?? []
    const minutes = days.reduce((all, one) => all + one.available, 0)
    return { id, name, hours: minutes / 60, why: [...new Set(days.flatMap((one) => one.why))].slice(0, 6) }
  })
  const all = people.reduce((sum, one) => sum + one.hours, 0)
  return { people, capacity: measure === 'hours' ? Math.round(all * focus * 10) / 10 : null }
}
