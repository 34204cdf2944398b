import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Database, Reader } from '../../../kernel/db/database.ts'
import { imports } from '../contract.ts'
import { channelWords } from '../vocabulary.ts'
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

/** The channels sources are read as: the built-in ones and those people have named, in the order of the alphabet. */
export async function channels(db: Reader | Database): Promise<string[]> {
  const named = (await wordsSet(db)).filter((one) => one.kind === 'channel').map((one) => one.value)
  return [...new Set([...Object.keys(channelWords), ...named])].sort()
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
