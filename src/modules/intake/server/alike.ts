import { SimilarTexts } from '../../../methods/text/index.ts'
import { stateTitle } from '../rules.ts'
import type { readable } from './show.ts'
import type { RequestRow } from './tables.ts'

const mostCompared = 1000

/** Other requests that resemble one: asked twice, or by two. */
export async function requestsLike(query: Awaited<ReturnType<typeof readable>>, row: RequestRow) {
  const rows = await query
    .select(['id', 'number', 'title', 'purpose', 'state'])
    .where('id', '<>', row.id)
    .where('state', '<>', 'withdrawn')
    .orderBy('number', 'desc')
    .limit(mostCompared)
    .execute()
  const texts = new SimilarTexts()
  for (const one of rows) texts.add({ id: one.id, title: one.title, body: one.purpose })
  const byId = new Map(rows.map((one) => [one.id, one]))
  return texts.like({ title: row.title, body: row.purpose }, { most: 5 }).map(({ id, reasons }) => {
    const { number, title, state } = byId.get(id)!
    return { id, number, title, state: stateTitle(state), reasons }
  })
}
