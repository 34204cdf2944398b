/** A file that is kept as it is: any part of it can be asked for, and a browser is told when it has it already. */
export type Kept = {
  name: string
  type: string
  size: number
  /** The same mark says the same bytes. */
  mark: string
  /** A browser may show it instead of saving it. */
  isShown: boolean
  /** From the first to the last byte asked for, both inside; nothing is opened before it is read. */
  open(first: number, last: number): ReadableStream<Uint8Array>
}

export const isKept = (answer: object): answer is Kept => 'open' in answer

/** Nothing in the file runs, loads or is framed, whatever it turns out to be. */
const policy = "default-src 'none'; sandbox; frame-ancestors 'none'"

/** Answer a request for a kept file: whole, in part (RFC 9110 ranges), or that it is known already. */
export function serveKept(file: Kept, asked: Headers): Response {
  const mark = `"${file.mark}"`
  const headers = {
    'content-type': file.type,
    'content-disposition': disposition(file),
    'content-security-policy': policy,
    'cross-origin-resource-policy': 'same-origin',
    'accept-ranges': 'bytes',
    // Kept by the browser, and asked for at each use: who may no longer read it no longer gets it.
    'cache-control': 'private, no-cache',
    etag: mark,
  }
  if (isKnown(asked.get('if-none-match'), mark)) return new Response(null, { status: 304, headers })
  const range = rangeOf(asked, mark, file.size)
  if (range === 'none')
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${file.size}` },
    })
  const [first, last] = range ?? [0, file.size - 1]
  const length = { 'content-length': String(last - first + 1) }
  const body = file.open(first, last)
  if (!range) return new Response(body, { headers: { ...headers, ...length } })
  const part = { 'content-range': `bytes ${first}-${last}/${file.size}` }
  return new Response(body, { status: 206, headers: { ...headers, ...length, ...part } })
}

const isKnown = (given: string | null, mark: string): boolean =>
  given?.split(',').some((one) => one.trim().replace(/^W\//, '') === mark) ?? false

type Range = [first: number, last: number]

/** Undefined for the whole file: no range, several at once, or a part of other bytes than these. */
function rangeOf(asked: Headers, mark: string, size: number): Range | 'none' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked.get('range')?.trim() ?? '') ?? []
  const isOther = asked.has('if-range') && asked.get('if-range') !== mark
  if ((from === '' && to === '') || isOther) return undefined
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined
  return first > last ? 'none' : [first, last]
}

/** The name in plain letters, and in full for browsers that read RFC 8187. */
function disposition({ name, isShown }: Kept): string {
  const plain = name.replace(/[^\w.-]+/g, '_')
  const full = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)
  return `${isShown ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${full}`
}
