import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { sniffed, whyNoRoom, whyNotThisLarge } from '../rules.ts'
import { fileStore, type Received } from './store.ts'

/** Bytes of everything that is kept here, each content once. */
export async function usedBytes(ctx: Ctx): Promise<number> {
  const row = await ctx.db
    .selectFrom('files_contents')
    .select((e) => e.fn.sum<number | null>('size').as('bytes'))
    .executeTakeFirst()
  return Number(row?.bytes ?? 0)
}

type Asked = { name: string; file: unknown; most?: number }

/**
 * Take a file in and name it in one step: its bytes are on disk before a row speaks of them, and gone again when the
 * step fails. `work` runs in the transaction that names them.
 */
export async function taking<T>(
  ctx: Ctx,
  { name, file, most }: Asked,
  work: (step: Ctx, sha256: string) => Promise<T>,
): Promise<T> {
  const store = ctx.use(fileStore)
  const limit = Math.min(store.most, most ?? store.most)
  // Nothing is empty before its end.
  const received = await store.receive(file, (bytes) => whyNotThisLarge(name, bytes, limit))
  try {
    return await store.alone(async () => {
      await store.keep(received)
      return ctx
        .transact(async (step) => {
          await nameContent(step, name, received)
          return work(step, received.sha256)
        })
        .catch((error) => dropUnnamed(ctx, received.sha256, error))
    })
  } finally {
    await store.forget(received.path)
  }
}

const isNamed = async (ctx: Ctx, sha256: string): Promise<boolean> =>
  (await ctx.db
    .selectFrom('files_contents')
    .select('sha256')
    .where('sha256', '=', sha256)
    .executeTakeFirst()) !== undefined

async function nameContent(ctx: Ctx, name: string, { sha256, size, head }: Received): Promise<void> {
  if (await isNamed(ctx, sha256)) return
  const objection = whyNoRoom(size, await usedBytes(ctx), ctx.use(fileStore).quota)
  if (objection) throw invalid(`${name} was not added. ${objection}`)
  await ctx.insert('files_contents', { sha256, size, type: sniffed(head), kept_at: ctx.now })
}

async function dropUnnamed(ctx: Ctx, sha256: string, error: unknown): Promise<never> {
  if (!(await isNamed(ctx, sha256))) await ctx.use(fileStore).drop(sha256)
  throw error
}
