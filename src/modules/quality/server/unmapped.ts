import { warehouse } from '../../../engine/port.ts'
import { mappedTable } from '../../../engine/schema.ts'
import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { jaroWinkler } from '../../../methods/similarity.ts'
import { freshen } from '../../imports/server/index.ts'
import type { quality } from '../contract.ts'

const raws = {
  channel: `
    select channel as raw from ${mappedTable('touch')} where is_current union all
    select origin from ${mappedTable('contact')} where is_current union all
    select origin from ${mappedTable('opportunity')} where is_current union all
    select coalesce(channel, platform) from ${mappedTable('ad_day')} where is_current union all
    select channel from ${mappedTable('channel_spend')} where is_current union all
    select channel from ${mappedTable('web_day')} where is_current`,
  stage: `select stage as raw from ${mappedTable('stage_entry')} where is_current`,
}

/** Source values that no word reads yet: they count under their own name and are never dropped. */
export async function unmapped(ctx: Ctx, { kind }: In<typeof quality.unmapped>) {
  await freshen(ctx)
  const store = ctx.use(warehouse)
  const rows = await store.query<{ raw: string; rows: number }>(`
    select raw, count(*) as rows from (${raws[kind]}) r
    where raw is not null and not exists (select 1 from mart.word w where w.kind = '${kind}' and w.raw = lower(trim(r.raw)))
    group by raw order by 2 desc, 1 limit 500`)
  const words = await store.query<{ raw: string; value: string }>(
    `select raw, value from mart.word where kind = '${kind}'`,
  )
  return {
    items: rows.map((row) => ({ kind, raw: row.raw, rows: row.rows, suggestion: suggested(row.raw, words) })),
  }
}

function suggested(raw: string, words: { raw: string; value: string }[]): string | null {
  const best = words
    .map((word) => ({ value: word.value, score: jaroWinkler(raw.toLowerCase(), word.raw) }))
    .sort((a, b) => b.score - a.score)[0]
  return best && best.score >= 0.85 ? best.value : null
}
