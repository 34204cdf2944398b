import { holds } from '../../../kernel/actor.ts'
import { most, type Searched } from '../../search/server/index.ts'

const departments: Searched = {
  kind: 'Department',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'departments:read')) return []
    const rows = await ctx.db
      .selectFrom('departments_pages')
      .select(['id', 'name'])
      .where('name', 'ilike', pattern)
      .where('closed_at', 'is', null)
      .orderBy('id', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, name }) => ({ id, title: name, path: `/departments/${id}` }))
  },
}

const asks: Searched = {
  kind: 'Ask',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'departments:read')) return []
    const rows = await ctx.db
      .selectFrom('departments_asks as ask')
      .innerJoin('departments_pages as page', 'page.id', 'ask.page_id')
      .select(['ask.id', 'ask.what', 'page.name'])
      .where('ask.what', 'ilike', pattern)
      .orderBy('ask.asked_at', 'desc')
      .orderBy('ask.id', 'desc')
      .limit(most)
      .execute()
    return rows.map(({ id, what, name }) => ({ id, title: what, hint: name, path: `/asks/${id}` }))
  },
}

/** Whom to ask, found by what for as well as by name. */
const contacts: Searched = {
  kind: 'Whom to ask',
  async find(ctx, pattern) {
    if (!holds(ctx.actor, 'departments:read')) return []
    const rows = await ctx.db
      .selectFrom('departments_contacts as one')
      .innerJoin('departments_pages as page', 'page.id', 'one.page_id')
      .select(['one.id', 'one.what', 'one.person_name', 'page.name'])
      .where('page.closed_at', 'is', null)
      .where('one.removed_at', 'is', null)
      .where((e) => e.or([e('one.what', 'ilike', pattern), e('one.person_name', 'ilike', pattern)]))
      .orderBy('one.what')
      .limit(most)
      .execute()
    return rows.map(({ id, what, person_name, name }) => ({
      ...{
        id,
        title: what,
        hint: `${person_name}, ${name}`,
        path: `/teamwork?tab=directory&q=${encodeURIComponent(what)}`,
      },
    }))
  },
}

export const searchedDepartments = [departments, asks, contacts]
