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

/** Lets the browser fetch a file from an address of the app. */
export function download(url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = ''
  link.click()
}
