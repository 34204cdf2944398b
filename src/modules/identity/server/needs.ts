import { holds } from '../../../kernel/actor.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { service } from '../../../kernel/service.ts'
import type { Need } from '../contract.ts'

/** Says what needs the asker today; looks at `ctx.actor` itself. */
export type NeedSource = (ctx: Ctx) => Promise<Need[]>

/** Modules register what they know; the home page shows it together. */
export class Needs {
  #sources: NeedSource[] = []

  register(source: NeedSource): void {
    this.#sources.push(source)
  }

  /** Those with a date first, the earliest on top. */
  async of(ctx: Ctx): Promise<Need[]> {
    const found = await Promise.all(this.#sources.map((source) => source(ctx)))
    return found.flat().sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'))
  }
}
export const homeNeeds = service<Needs>('homeNeeds')

export const home = async (ctx: Ctx) => ({ needs: await ctx.use(homeNeeds).of(ctx) })

const plural = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** Invitations nobody took up, people without a role, passwords asked for. */
export async function needsOfPeople(ctx: Ctx): Promise<Need[]> {
  if (!holds(ctx.actor, 'people:manage')) return []
  const people = await ctx.db
    .selectFrom('identity_people as person')
    .select((e) => [
      'person.id',
      'person.name',
      'person.joined_at',
      e
        .exists(
          e
            .selectFrom('identity_person_roles as has')
            .whereRef('has.person_id', '=', 'person.id')
            .select('has.role_id'),
        )
        .as('hasRole'),
    ])
    .where('person.disabled_at', 'is', null)
    .execute()
  const wishes = await ctx.db
    .selectFrom('identity_reset_wishes as wish')
    .innerJoin('identity_people as person', 'person.id', 'wish.person_id')
    .select(['person.id', 'person.name'])
    .execute()
  const pending = people.filter((person) => !person.joined_at)
  const roleless = people.filter((person) => !person.hasRole)

  const needs: Need[] = wishes.map(({ id, name }) => ({
    title: `${name} needs a new password`,
    why: 'They asked for one on the sign-in page. Make a link and hand it over.',
    link: `/people/${id}`,
  }))
  if (pending.length > 0)
    needs.push({
      title: `${plural(pending.length, 'invitation is', 'invitations are')} waiting`,
      why: 'These people have not chosen a password yet. Remind them, or make a new link.',
      link: '/people?state=invited',
    })
  if (roleless.length > 0)
    needs.push({
      title: `${plural(roleless.length, 'person has', 'people have')} no role`,
      why: 'Without a role they can sign in and see nothing.',
      link: '/people?role=none',
    })
  return needs
}
