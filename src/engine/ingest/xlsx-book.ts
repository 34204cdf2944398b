import type { Source } from './csv.ts'
import { FileProblem } from './problem.ts'
import type { Archive, Member } from './unpack.ts'
import { damaged } from './unpack.ts'
import { type Tag, walkXml } from './xml.ts'

export type DateKind = 'day' | 'clock' | null

/** What all worksheets of a workbook share. */
export type Book = {
  sheets: { name: string; member: Member }[]
  strings: string[]
  /** For each cell style: whether its number format shows a day, or only a time of day. */
  dates: DateKind[]
  /** Days are counted from 1904 instead of 1900. */
  from1904: boolean
}

/** Most characters of shared strings held in memory. */
const mostText = 400_000_000

/** Reads the parts of a workbook that its worksheets refer to. */
export async function readBook(archive: Archive, { file }: Source): Promise<Book> {
  const targets = await relations(archive, file)
  const book: Book = { sheets: [], strings: [], dates: [], from1904: false }
  await walkPart(archive, 'xl/workbook.xml', file, ({ name, attributes }) => {
    if (name === 'workbookPr') book.from1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
    if (name !== 'sheet') return
    const target = targets.get(attributes['r:id'] ?? attributes.id ?? '')
    const member = target && archive.find(target)
    if (member) book.sheets.push({ name: attributes.name ?? '', member })
  })
  book.dates = await styles(archive, file)
  book.strings = await sharedStrings(archive, file)
  return book
}

async function walkPart(
  archive: Archive,
  part: string,
  file: string,
  open: (tag: Tag) => void,
): Promise<void> {
  const member = archive.find(part)
  if (!member) throw damaged(file)
  await walkXml(await archive.read(member), file, { open })
}

async function relations(archive: Archive, file: string): Promise<Map<string, string>> {
  const targets = new Map<string, string>()
  await walkPart(archive, 'xl/_rels/workbook.xml.rels', file, ({ name, attributes }) => {
    if (name !== 'Relationship' || attributes.TargetMode === 'External') return
    const target = attributes.Target ?? ''
    if (!/worksheet$/.test(attributes.Type ?? '')) return
    targets.set(attributes.Id ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  })
  return targets
}

async function styles(archive: Archive, file: string): Promise<DateKind[]> {
  const dates: DateKind[] = []
  if (!archive.find('xl/styles.xml')) return dates
  const codes = new Map<string, string>()
  let inCells = false
  await walkPart(archive, 'xl/styles.xml', file, ({ name, attributes }) => {
    if (name === 'numFmt') codes.set(attributes.numFmtId ?? '', attributes.formatCode ?? '')
    if (name === 'cellXfs') inCells = true
    if (name === 'cellStyles' || name === 'dxfs') inCells = false
    if (name === 'xf' && inCells)
      dates.push(dateKind(Number(attributes.numFmtId ?? 0), codes.get(attributes.numFmtId ?? '')))
  })
  return dates
}

function dateKind(id: number, code: string | undefined): DateKind {
  if (code === undefined) {
    if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'day'
    return id >= 18 && id <= 21 ? 'clock' : null
  }
  // Quoted text, colours and conditions are no part of the pattern; [h] is a duration, not a time.
  const pattern = code.replace(/"[^"]*"|\\.|_.|\*./g, '').toLowerCase()
  if (/\[(h+|m+|s+)\]/.test(pattern)) return null
  const bare = pattern.replace(/\[[^\]]*\]/g, '').split(';')[0]!
  if (/[#0?]/.test(bare.replace(/s\.0+/, ''))) return null
  if (/[dy]/.test(bare) || (/m/.test(bare) && !/[hs]/.test(bare))) return 'day'
  return /[hs]/.test(bare) ? 'clock' : null
}

async function sharedStrings(archive: Archive, file: string): Promise<string[]> {
  const strings: string[] = []
  const member = archive.find('xl/sharedStrings.xml')
  if (!member) return strings
  let text = ''
  let reading = false
  let phonetic = false
  let total = 0
  await walkXml(await archive.read(member), file, {
    open: ({ name }) => {
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic = true
      if (name === 't') reading = !phonetic
    },
    text: (piece) => {
      if (reading) text += piece
    },
    close: (name) => {
      if (name === 't') reading = false
      if (name === 'rPh') phonetic = false
      if (name !== 'si') return
      strings.push(text)
      total += text.length
      if (total > mostText)
        throw new FileProblem(
          { file },
          'The workbook holds more text than can be read at once.',
          'Save the worksheet as CSV and drop that in.',
        )
    },
  })
  return strings
}
