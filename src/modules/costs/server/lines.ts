import { sql } from 'kysely'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { costs } from '../contract.ts'
import { kindsCalled } from '../rules.ts'
import { maySee } from './seeing.ts'
import type { LineRow } from './tables.ts'

export type Filter = Omit<In<typeof costs.exportLines>, 'format'> & { id?: string | undefined }
type Asked = In<typeof costs.list>

const columns = {
  startsOn: 'starts_on',
  endsOn: 'ends_on',
  kind: 'kind',
  channel: 'channel',
  campaign: 'campaign',
  note: 'note',
  amount: 'minor',
  createdBy: 'created_by',
} as const

/** Lines that the asker may see, whose days meet the period; one that goes on meets every later one. One that is asked for by its id may be removed. */
function linesLike(ctx: Ctx, { from, to, kind, channel, search, id }: Filter) {
  const lines = ctx.db
    .selectFrom('costs_lines')
    .$if(!maySee(ctx, { kind: 'people' }), (q) => q.where('kind', '!=', 'people'))
  if (id) return lines.where('id', '=', id)
  return lines
    .where('removed_at', 'is', null)
    .$if(to !== undefined, (q) => q.where('starts_on', '<=', to ?? ''))
    .$if(from !== undefined, (q) =>
      q.where((e) => e.or([e('ends_on', 'is', null), e('ends_on', '>=', from ?? '')])),
    )
    .$if(kind !== undefined, (q) => q.where('kind', '=', kind ?? ''))
    .$if(channel !== undefined, (q) => q.where('channel', '=', channel ?? ''))
    .$if(Boolean(search), (q) => q.where(saying(search ?? '')))
}

/** Found as it is written: % and _ stand for themselves. */
const saying = (words: string) =>
  sql<boolean>`(strpos(lower(concat_ws(chr(1), note, channel, campaign, created_by)), lower(${words})) > 0
    or kind = any(${kindsCalled(words)}))`

/** Every line that is like that, the newest first. */
export const allLines = (ctx: Ctx, filter: Filter): Promise<LineRow[]> =>
  linesLike(ctx, filter).selectAll().orderBy('starts_on', 'desc').orderBy('id').execute()

/** A page of them in the order that is asked for, and how many there are. */
export async function pageOfLines(ctx: Ctx, { sort, order, limit, offset, ...filter }: Asked) {
  const [rows, counted] = await Promise.all([
    linesLike(ctx, filter)
      .selectAll()
      .$if(sort === 'amount', (q) => q.orderBy('currency'))
      .orderBy(columns[sort], (by) => (order === 'up' ? by.asc() : by.desc()).nullsLast())
      .orderBy('starts_on', 'desc')
      .orderBy('id')
      .limit(limit)
      .offset(offset)
      .execute(),
    linesLike(ctx, filter)
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow(),
  ])
  return { rows, total: Number(counted.n) }
}
