import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { imports } from '../contract.ts'
import { rebuildFigures } from './jobs.ts'

export type Word = { kind: string; raw: string; value: string }

/** Every word a person has set; the built-in readings are in `../vocabulary.ts`. */
export function wordsSet(db: Reader | Database): Promise<Word[]> {
  return db
    .selectFrom('imports_vocabulary')
    .select(['kind', 'raw', 'value'])
    .orderBy('kind')
    .orderBy('raw')
    .execute()
}

export async function vocabulary(ctx: Ctx, { kind }: In<typeof imports.vocabulary>) {
  const items = await wordsSet(ctx.db)
  return { items: items.filter((one) => !kind || one.kind === kind) }
}

/** Words are read in lower case, so one in other capitals is the same word. PostgreSQL would lower a to z only. */
async function wordOf(ctx: Ctx, kind: string, raw: string) {
  const words = await ctx.db
    .selectFrom('imports_vocabulary')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('raw')
    .execute()
  return words.find((word) => word.raw.toLowerCase() === raw.toLowerCase())
}

export async function setWord(ctx: Ctx, { kind, raw, value }: In<typeof imports.setWord>) {
  const found = await wordOf(ctx, kind, raw)
  const word = value.trim()

  if (found && word === '') await ctx.delete('imports_vocabulary', found.id)
  else if (found) await ctx.update('imports_vocabulary', found.id, { value: word })
  else if (word !== '') await ctx.insert('imports_vocabulary', { id: ctx.id('voc'), kind, raw, value: word })
  await ctx.record(imports.events.wordSet, `${kind}:${raw}`, { kind, raw, value: word })
  ctx.enqueue(rebuildFigures, {})

  return { kind, raw, value: word }
}
