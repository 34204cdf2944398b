import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'

export type Survey = {
  bytes: number
  /** Byte offset of the first piece that is not UTF-8, or -1. */
  brokenAt: number
  /** Byte offset of the first NUL, or -1. */
  nulAt: number
  /** Holds bytes that Windows-1252 leaves unused. */
  not1252: boolean
  /** A blank line or line ends of several kinds somewhere, perhaps within quotes. */
  irregular: boolean
}

const unused1252 = [0x81, 0x8d, 0x8f, 0x90, 0x9d]
const LF = 10
const CR = 13
type Ends = 'lf' | 'crlf' | 'cr' | null

/** Reads every byte once, natively fast, and says what a reader must know before it trusts the text. */
export async function survey(path: string): Promise<Survey> {
  const seen: Survey = { bytes: 0, brokenAt: -1, nulAt: -1, not1252: false, irregular: false }
  let carried: Buffer = Buffer.alloc(0)
  let ends: Ends = null

  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const text = carried.length ? Buffer.concat([carried, piece]) : piece
    const offset = seen.bytes - carried.length
    const whole = text.subarray(0, text.length - unfinished(text))
    carried = text.subarray(whole.length)
    look(seen, whole, offset)
    ends ??= firstEnd(whole)
    seen.irregular ||= ends !== null && isIrregular(text, ends)
    // Four bytes of overlap, so that a blank line across two pieces is seen.
    if (!carried.length) carried = text.subarray(Math.max(0, text.length - 4))
    while (carried.length && (carried[0]! & 0xc0) === 0x80) carried = carried.subarray(1)
    seen.bytes += piece.length
  }
  if (seen.brokenAt < 0 && !isUtf8(carried)) seen.brokenAt = seen.bytes - carried.length
  return seen
}

/** Number of the line in which the byte at `offset` stands, from 1. */
export async function lineAt(path: string, offset: number): Promise<number> {
  let line = 1
  if (offset <= 0) return line
  for await (const piece of createReadStream(path, { end: offset - 1 }) as AsyncIterable<Buffer>)
    for (let at = piece.indexOf(LF); at >= 0; at = piece.indexOf(LF, at + 1)) line += 1
  return line
}

function look(seen: Survey, piece: Buffer, offset: number): void {
  if (seen.nulAt < 0) {
    const at = piece.indexOf(0)
    if (at >= 0) seen.nulAt = offset + at
  }
  if (seen.brokenAt < 0 && !isUtf8(piece)) seen.brokenAt = offset + firstBroken(piece)
  if (seen.brokenAt >= 0) seen.not1252 ||= unused1252.some((byte) => notUtf8At(piece, byte))
}

/** Where UTF-8 breaks, by halving: valid up to a boundary means the fault lies behind it. */
function firstBroken(piece: Buffer): number {
  let sound = 0
  let broken = piece.length
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1
    const part = piece.subarray(0, middle)
    if (isUtf8(part.subarray(0, part.length - unfinished(part)))) sound = middle
    else broken = middle
  }
  return sound
}

/** A byte unused by Windows-1252 says nothing where it belongs to a valid UTF-8 letter. */
function notUtf8At(piece: Buffer, byte: number): boolean {
  const at = piece.indexOf(byte)
  if (at < 0) return false
  return !isUtf8(piece.subarray(Math.max(0, at - 3), at + 1)) && (piece[at - 1] ?? 0) < 0xc0
}

/** Bytes at the end that begin a letter without finishing it. */
function unfinished(text: Buffer): number {
  for (let back = 1; back <= 3 && back <= text.length; back += 1) {
    const byte = text[text.length - back]!
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? back : 0
  }
  return 0
}

function firstEnd(text: Buffer): Ends {
  const lf = text.indexOf(LF)
  const cr = text.indexOf(CR)
  if (cr >= 0 && (lf < 0 || cr < lf)) return cr === lf - 1 ? 'crlf' : 'cr'
  return lf >= 0 ? 'lf' : null
}

function isIrregular(text: Buffer, ends: Ends): boolean {
  if (ends === 'cr') return true
  if (ends === 'lf') return text.includes('\n\n') || text.includes(CR)
  if (text.includes('\r\n\r\n')) return true
  for (let at = text.indexOf(LF); at >= 0; at = text.indexOf(LF, at + 1))
    if (at > 0 && text[at - 1] !== CR) return true
  return false
}
