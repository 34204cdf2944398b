import { call } from '../../../kernel/client.ts'
import { toast } from '../../../ui/parts/Toast.tsx'
import { sentence } from '../../../ui/query.ts'
import { imports } from '../contract.ts'

/** Takes back the import that landed last; figures are as if its file had never come. */
export async function undoLast(): Promise<void> {
  try {
    const { items } = await call(imports.list, { status: 'landed', limit: 500 })
    const last = items.reduce<(typeof items)[number] | undefined>(
      (latest, one) => ((one.landedAt ?? '') > (latest?.landedAt ?? '') ? one : latest),
      undefined,
    )
    if (!last) return void toast('There is no import to undo.', { tone: 'info' })
    await call(imports.undo, { id: last.id })
    toast(`Undoing ${last.file}`, { detail: 'Hand the file in again to bring it back.' })
  } catch (error) {
    toast(sentence(error), { tone: 'bad' })
  }
}
