import { type Cell, csv } from '../../engine/csv.ts'
import type { Format } from '../../engine/format.ts'

/** Hands a file to the browser; the mark at the start lets Excel read UTF-8. */
export function saveFile(name: string, body: string | Blob, type = 'text/csv;charset=utf-8'): void {
  const blob =
    typeof body === 'string'
      ? new Blob([type.startsWith('text/csv') ? `\uFEFF${body}` : body], { type })
      : body
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export type Table = { heading: string[]; rows: Cell[][] }

/** Hands a table over under a name without an ending; what writes workbooks is loaded with the first of them. */
export async function saveTable(format: Format, name: string, { heading, rows }: Table): Promise<void> {
  if (format === 'csv') return saveFile(`${name}.csv`, csv(heading, rows))
  const { workbook, workbookType } = await import('../../engine/workbook.ts')
  const blob = await new Response(workbook(heading, rows)).blob()
  saveFile(`${name}.xlsx`, new Blob([blob], { type: workbookType }))
}

/** Lets the browser fetch a file from an address of the app. */
export function download(url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = ''
  link.click()
}
