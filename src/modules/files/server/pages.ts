import type { In } from '../../../kernel/contract.ts'
import type { Ctx } from '../../../kernel/ctx.ts'
import { invalid } from '../../../kernel/errors.ts'
import { service } from '../../../kernel/service.ts'
import { inWorker } from '../../../kernel/worker.ts'
import type { files, Pages } from '../contract.ts'
import { lookOf } from '../rules.ts'
import { requireVersion, type VersionBytes } from './show.ts'
import { fileStore } from './store.ts'

const remembered = 500
const limits = { seconds: 30, megabytes: 512 }

/** What was measured; the same hash is always the same pages. */
export class Measured {
  #known = new Map<string, Promise<Pages>>()

  of(sha256: string, measure: () => Promise<Pages>): Promise<Pages> {
    const known = this.#known.get(sha256)
    if (known) return known
    const fresh = measure()
    this.#known.set(sha256, fresh)
    // What went wrong once is tried again.
    fresh.catch(() => this.#known.delete(sha256))
    const [oldest] = this.#known.keys()
    if (this.#known.size > remembered && oldest) this.#known.delete(oldest)
    return fresh
  }
}

export const measured = service<Measured>('measured')

/** In a thread of its own, which is ended when a file was made to keep it busy. */
async function measure(ctx: Ctx, { name, sha256, type }: VersionBytes): Promise<Pages> {
  const path = ctx.use(fileStore).pathOf(sha256)
  const wanted = async () => true
  const pages = await inWorker<Pages>(import.meta.url, 'pages-worker', { path, type }, wanted, limits).catch(
    () => undefined,
  )
  if (!pages) throw invalid(`The pages of ${name} cannot be read: it is damaged, or asks for a password.`)
  return pages
}

/** How many pages a version of a file has and how large each is; images have one. */
export async function pagesOf(ctx: Ctx, { id, number }: In<typeof files.pages>): Promise<Pages> {
  const bytes = await requireVersion(ctx, id, number)
  if (lookOf(bytes.type) === 'other')
    throw invalid(`${bytes.name} has no pages: only images and PDFs have. Hand it in as a PDF.`)
  return ctx.use(measured).of(bytes.sha256, () => measure(ctx, bytes))
}
