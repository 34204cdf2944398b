import { expect, test } from 'vitest'
import {
  freeName,
  lookOf,
  pagesSaid,
  remarkOn,
  safeName,
  sized,
  sniffed,
  whyNoRoom,
  whyNotThisLarge,
} from './rules.ts'

test.each([
  ['brief.pdf', 'brief.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\system.ini', 'system.ini'],
  ['..', 'file'],
  ['.', 'file'],
  ['...hidden', 'hidden'],
  ['trailing. . ', 'trailing'],
  ['   ', 'file'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['zero\u200bwidth.txt', 'zerowidth.txt'],
  ['line\nbreak\ttab.txt', 'linebreaktab.txt'],
  ['what?<is>"this|*.txt', 'what__is__this__.txt'],
  ['con', '_con'],
  ['NUL.txt', '_NUL.txt'],
  ['com1.tar.gz', '_com1.tar.gz'],
  ['console.txt', 'console.txt'],
  ['été.png', 'été.png'],
  ['日本語の資料.pdf', '日本語の資料.pdf'],
  ['👩‍🎨.png', '👩🎨.png'],
])('“%s” is kept as “%s”', (said, kept) => {
  expect(safeName(said)).toBe(kept)
})

test('a long name keeps its ending and has 255 bytes at most, whole letters only', () => {
  for (const letter of ['a', 'é', '語', '👍']) {
    const kept = safeName(`${letter.repeat(400)}.pdf`)
    expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(255)
    expect(Buffer.byteLength(kept)).toBeGreaterThan(245)
    expect(kept).toMatch(/\.pdf$/)
    expect(() => encodeURIComponent(kept)).not.toThrow()
  }
})

test('a safe name stays as it is, whatever it was made of', () => {
  const odd = ['a/b\\c', '\u202e..', 'nul', '. .x', 'x'.repeat(300), 'ﷺ'.repeat(120), 'e\u0301.txt']
  for (const one of odd.map(safeName)) {
    expect(safeName(one)).toBe(one)
    expect(one).not.toMatch(/[\\/\p{Cc}\p{Cf}]/u)
  }
})

test.each([
  ['brief.pdf', [], 'brief.pdf'],
  ['brief.pdf', ['Brief.PDF'], 'brief (2).pdf'],
  ['brief.pdf', ['brief.pdf', 'brief (2).pdf'], 'brief (3).pdf'],
  ['notes', ['notes'], 'notes (2)'],
  ['archive.tar.gz', ['archive.tar.gz'], 'archive.tar (2).gz'],
])('%s beside %j is named %s', (name, taken, free) => {
  expect(freeName(name, taken)).toBe(free)
})

test('a numbered name is no longer than another', () => {
  const long = safeName(`${'語'.repeat(200)}.pdf`)
  expect(Buffer.byteLength(freeName(long, [long]))).toBeLessThanOrEqual(255)
})

const head = (text: string) => Buffer.from(text, 'latin1')
test.each([
  ['\x89PNG\r\n\x1a\n', 'image/png', 'image'],
  ['\xff\xd8\xff\xe0', 'image/jpeg', 'image'],
  ['GIF89a', 'image/gif', 'image'],
  ['RIFF\x10\x00\x00\x00WEBPVP8 ', 'image/webp', 'image'],
  ['RIFF\x10\x00\x00\x00WAVEfmt ', 'application/octet-stream', 'other'],
  ['\x00\x00\x00\x20ftypavif', 'image/avif', 'image'],
  ['\x00\x00\x00\x20ftypmp42', 'application/octet-stream', 'other'],
  ['%PDF-1.7', 'application/pdf', 'pdf'],
  [' %PDF-1.7', 'application/octet-stream', 'other'],
  ['<svg xmlns', 'application/octet-stream', 'other'],
  ['<!doctype html>', 'application/octet-stream', 'other'],
  ['PK\x03\x04', 'application/octet-stream', 'other'],
  ['', 'application/octet-stream', 'other'],
])('bytes that begin with %j are %s', (bytes, type, look) => {
  expect(sniffed(head(bytes))).toBe(type)
  expect(lookOf(type)).toBe(look)
})

test('a name that promises something else is remarked on', () => {
  expect(remarkOn('a.png', 'image/png')).toBeNull()
  expect(remarkOn('a.docx', 'application/octet-stream')).toBeNull()
  expect(remarkOn('a.png', 'image/jpeg')).toBe('Its name says PNG image, its bytes say a JPEG image.')
  expect(remarkOn('a.SVG', 'application/octet-stream')).toMatch(/nothing in it runs here/)
})

test.each([
  [1, '1 bytes'],
  [999, '999 bytes'],
  [1500, '1.5 kB'],
  [20_000, '20 kB'],
  [100_000_000, '100 MB'],
  [2_340_000_000, '2.3 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sized(bytes)).toBe(words)
})

test('limits are the last size that is let in', () => {
  expect(whyNotThisLarge('a', 100, 100)).toBeNull()
  expect(whyNotThisLarge('a', 101, 100)).toMatch(/a is larger than 100 bytes/)
  expect(whyNotThisLarge('a', 0, 100)).toMatch(/a is empty/)
  expect(whyNoRoom(40, 60, 100)).toBeNull()
  expect(whyNoRoom(41, 60, 100)).toMatch(/may take 100 bytes; 40 bytes are left and this one has 41 bytes/)
})

test('pages are said in millimetres, pixels stay pixels', () => {
  const a4 = { width: 595.28, height: 841.89 }
  expect(pagesSaid({ total: 1, unit: 'point', sheets: [a4] })).toBe('1 page of 210 × 297 mm')
  const mixed = [a4, { width: 612, height: 792 }]
  expect(pagesSaid({ total: 2, unit: 'point', sheets: mixed })).toBe('2 pages, the first of 210 × 297 mm')
  expect(pagesSaid({ total: 2, unit: 'point', sheets: [a4, a4] })).toBe('2 pages of 210 × 297 mm')
  const pixels = { total: 1, unit: 'pixel' as const, sheets: [{ width: 960, height: 540 }] }
  expect(pagesSaid(pixels)).toBe('960 × 540 pixels')
})
