import { holds } from '../../../kernel/actor.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { RateLimit } from '../../../kernel/http/limits.ts'
import { service } from '../../../kernel/service.ts'
import { SimilarTexts } from '../../../methods/text/index.ts'
import { similarAnswers } from '../../answers/server/index.ts'
import { standing, visibleItems } from '../../work/server/index.ts'
import type { intake } from '../contract.ts'
import { promising } from './promising.ts'
import { requireOffered } from './types.ts'

const mostCompared = 2000
const threshold = 0.2
const visitors = service(
  'intake.outlook.visitors',
  () => new RateLimit(90, 40, 'questions from this address'),
)

/** Items that the asker may see and that resemble a text, newest changes first among those compared. */
export async function itemsLike(ctx: Ctx, title: string, body: string) {
  if (`${title}${body}`.trim().length < 4) return []
  const rows = await (await visibleItems(ctx))
    .select(['id', 'number', 'title'])
    .select((e) => e.fn<string>('left', ['words', e.lit(600)]).as('words'))
    .orderBy('changed_at', 'desc')
    .limit(mostCompared)
    .execute()
  const texts = new SimilarTexts()
  for (const row of rows) texts.add({ id: row.id, title: row.title, body: row.words })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found = texts.like({ title, body }, { threshold, most: 5 })
  const stands = await standing(
    ctx,
    found.map(({ id }) => id),
  )
  return found.map(({ id, reasons }) => {
    const { number, title: called } = byId.get(id)!
    return { id, number, title: called, path: `/work/items/${id}`, state: stands.get(id)!.kind, reasons }
  })
}

/** What can be said at once, before anybody reads the request. */
export async function outlook(ctx: Ctx, { typeId, title, words, wishedOn }: In<typeof intake.outlook>) {
  const isVisitor = ctx.actor.kind === 'anonymous'
  if (isVisitor) ctx.use(visitors).take(ctx.address, ctx.now.getTime())
  const type = await requireOffered(ctx, typeId)
  const [earliest, price] = await promising(ctx, type, wishedOn ?? null)
  const found =
    `${title} ${words}`.trim().length < 4
      ? []
      : await similarAnswers(ctx.db, `${title} ${words}`, isVisitor ? 'everybody' : 'members')
  return {
    similar: (await itemsLike(ctx, title, words)).map(({ id: _, ...one }) =>
      // Whoever reads no work sees that there is something, by its number and state.
      holds(ctx.actor, 'work:read') ? one : { ...one, title: null, path: null, reasons: [] },
    ),
    answers: found.slice(0, 3).map(({ id, question, body, version }) => ({ id, question, body, version })),
    ...{ earliest, price },
  }
}
