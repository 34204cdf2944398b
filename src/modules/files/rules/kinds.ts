import { endingOf } from './names.ts'

/** What browsers show as it is; everything else is only ever saved. */
const shown = {
  'image/png': 'PNG image',
  'image/jpeg': 'JPEG image',
  'image/gif': 'GIF image',
  'image/webp': 'WebP image',
  'image/avif': 'AVIF image',
  'application/pdf': 'PDF',
} as const
type Shown = keyof typeof shown

/** The first bytes that tell a type, with where they stand. */
const marks: { type: Shown; at: number; bytes: string }[] = [
  { type: 'image/png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'image/gif', at: 0, bytes: 'GIF87a' },
  { type: 'image/gif', at: 0, bytes: 'GIF89a' },
  { type: 'image/avif', at: 4, bytes: 'ftypavif' },
  { type: 'image/avif', at: 4, bytes: 'ftypavis' },
  { type: 'application/pdf', at: 0, bytes: '%PDF-' },
]

/** The type that the first bytes of a file tell; what the name or the sender says is no evidence. */
export function sniffed(head: Uint8Array): string {
  const text = Array.from(head.subarray(0, 16), (byte) => String.fromCharCode(byte)).join('')
  const found = marks.find(({ at, bytes }) => text.startsWith(bytes, at))
  if (found) return found.type
  return text.startsWith('RIFF') && text.startsWith('WEBP', 8) ? 'image/webp' : 'application/octet-stream'
}

const isShownType = (type: string): type is Shown => Object.hasOwn(shown, type)
const isImage = (type: string): boolean => type.startsWith('image/')

/** How a file is looked at: in the page, page by page, or not at all. */
export const lookOf = (type: string): 'image' | 'pdf' | 'other' =>
  isShownType(type) ? (isImage(type) ? 'image' : 'pdf') : 'other'

const endings: Record<string, Shown> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.pdf': 'application/pdf',
}
const running: Record<string, string> = {
  '.svg': 'An SVG can hold scripts',
  '.svgz': 'An SVG can hold scripts',
  '.html': 'A web page can hold scripts',
  '.htm': 'A web page can hold scripts',
  '.xhtml': 'A web page can hold scripts',
  '.xml': 'XML can hold scripts',
}

/** Why a file is not shown although its name lets one expect it; null where there is nothing to say. */
export function remarkOn(name: string, type: string): string | null {
  const ending = endingOf(name).toLowerCase()
  const expected = endings[ending]
  if (running[ending])
    return `${running[ending]}: it is only offered for download, and nothing in it runs here.`
  if (!expected || expected === type) return null
  const is = isShownType(type) ? `a ${shown[type]}` : 'something else'
  return `Its name says ${shown[expected]}, its bytes say ${is}.${isShownType(type) ? '' : ' It is only offered for download.'}`
}
