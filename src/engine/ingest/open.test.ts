import { readdirSync, readlinkSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Warehouse } from '../warehouse.ts'
import { folder, put, workbook, zip } from './fixtures.ts'
import { openFile, type Sheet, type Staged, stage, unstage } from './index.ts'

let warehouse: Warehouse
let at: string
beforeAll(async () => {
  at = await folder()
  warehouse = await Warehouse.open({ path: ':memory:' })
})
afterAll(() => warehouse.close())

type Read = {
  sheets: Sheet[]
  staged: Staged
  rows: Record<string, unknown>[]
  totals: Record<string, unknown>[]
}

async function read(name: string, content: string | Buffer, which = 0): Promise<Read> {
  const sheets = await openFile(await put(at, 'upload', content), name, at)
  return warehouse.write(async (db) => {
    const staged = await stage(db, sheets[which]!, 'staging')
    const rows = await db.query('select * from staging order by row_no')
    const totals = await db.query('select * from staging_totals order by row_no')
    await unstage(db, 'staging')
    return { sheets, staged, rows, totals }
  })
}

const two = [
  { row_no: 2, c0: 'Ana', c1: '1' },
  { row_no: 3, c0: 'José', c1: '2' },
]

test.each<[string, string | Buffer]>([
  ['commas', 'name,n\nAna,1\nJosé,2\n'],
  ['semicolons', 'name;n\nAna;1\nJosé;2\n'],
  ['tabs', 'name\tn\nAna\t1\nJosé\t2'],
  ['bars', 'name|n\nAna|1\nJosé|2\n'],
  ['CRLF', 'name,n\r\nAna,1\r\nJosé,2\r\n'],
  ['CR', 'name,n\rAna,1\rJosé,2\r'],
  ['mixed line ends', 'name,n\r\nAna,1\nJosé,2\r\n'],
  ['a BOM', '\uFEFFname,n\nAna,1\nJosé,2\n'],
  ['UTF-16 LE with BOM', Buffer.from('\uFEFFname,n\nAna,1\nJosé,2\n', 'utf16le')],
  ['UTF-16 LE without BOM', Buffer.from('name,n\nAna,1\nJosé,2\n', 'utf16le')],
  ['UTF-16 BE with BOM', Buffer.from('\uFEFFname,n\nAna,1\nJosé,2\n', 'utf16le').swap16()],
  ['Windows-1252', Buffer.from('name,n\nAna,1\nJosé,2\n', 'latin1')],
  ['gzip', gzipSync('name,n\nAna,1\nJosé,2\n')],
  ['quotes', '"name","n"\n"Ana","1"\n"José","2"\n'],
])('a table with %s is read', async (_, content) => {
  const { rows, staged } = await read('people.csv', content)
  expect(rows).toEqual(two)
  expect(staged.sheet.columns).toEqual(['name', 'n'])
})

test('a zip gives one table per member', async () => {
  const content = zip({
    'a.csv': 'name,n\nAna,1\n',
    'folder/b.csv': 'name,n\nAna,1\nJosé,2\n',
    'README.txt': '',
  })
  const { sheets, rows } = await read('both.zip', content, 1)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['a.csv', 'folder/b.csv'])
  expect(rows).toEqual(two)
})

test.each([
  ['an array', '[{"name":"Ana","n":1},{"name":"José","n":2}]'],
  [
    'an object holding an array',
    '{"total":2,"note":"a [b] {c}","people":[{"name":"Ana","n":1},\n{"name":"José","n":2}]}',
  ],
  ['lines', '{"name":"Ana","n":1}\n{"name":"José","n":2}\n'],
])('JSON as %s is read', async (_, content) => {
  const { rows } = await read('people.json', content)
  expect(rows.map(({ c0, c1 }) => [c0, c1])).toEqual([
    ['Ana', '1'],
    ['José', '2'],
  ])
})

test('JSON keeps every digit, late keys, keys that differ in case, and nested values as text', async () => {
  const { rows, staged } = await read(
    'people.json',
    '[{"id":12345678901234567890,"a":null},{"Id":1.10,"tags":["x",{"y":"\\"}"}],"on":true}]',
  )
  expect(staged.sheet.columns).toEqual(['id', 'a', 'Id', 'tags', 'on'])
  expect(rows).toEqual([
    { row_no: 1, c0: '12345678901234567890', c1: null, c2: null, c3: null, c4: null },
    { row_no: 2, c0: null, c1: null, c2: '1.10', c3: '["x",{"y":"\\"}"}]', c4: 'true' },
  ])
})

test('Parquet is read as text', async () => {
  const path = `${at}/people.parquet`
  await warehouse.query(
    `copy (select 'Ana' as name, 1.50 as n, [1, 2] as list) to '${path}' (format parquet)`,
  )
  const [sheet] = await openFile(path, 'people.parquet', at)
  const rows = await warehouse.write(async (db) => {
    await stage(db, sheet!, 'parquet')
    return db.query('select * from parquet')
  })
  expect(rows).toEqual([{ row_no: 1, c0: 'Ana', c1: '1.50', c2: '[1,2]' }])
})

test('a worksheet gives its values, dates by their style, with the rows the spreadsheet shows', async () => {
  const strings = '<si><t>name</t></si><si><r><t>Jo</t></r><r><t>sé</t></r><rPh><t>x</t></rPh></si>'
  const rows = `<row r="1"><c r="A1" t="inlineStr"><is><t>Report of May</t></is></c></row>
    <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="str"><v>day</v></c><c r="C3" t="str"><v>at</v></c><c r="D3" t="str"><v>ok</v></c><c r="F3" t="str"><v>hours</v></c></row>
    <row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4" s="1"><v>45000</v></c><c r="C4" s="2"><v>45000.5</v></c><c r="D4" t="b"><v>1</v></c><c r="F4" s="3"><f>1+1</f><v>1.5</v></c></row>
    <row r="7"><c r="A7" t="str"><v>=HYPERLINK("x")</v></c><c r="D7" t="e"><v>#REF!</v></c></row>`
  const { staged, rows: read1 } = await read('leads.xlsx', workbook(rows, { strings }))
  expect(staged.sheet).toMatchObject({ sheet: 'Leads', headingRow: 3, preamble: ['Report of May'] })
  expect(staged.sheet.columns).toEqual(['name', 'day', 'at', 'ok', 'Column 5', 'hours'])
  expect(read1).toEqual([
    { row_no: 4, c0: 'José', c1: '2023-03-15', c2: '2023-03-15 12:00:00', c3: 'true', c4: null, c5: '1.5' },
    { row_no: 7, c0: '=HYPERLINK("x")', c1: null, c2: null, c3: null, c4: null, c5: null },
  ])
})

test('a workbook that counts from 1904 gives the same days', async () => {
  const rows =
    '<row><c t="str"><v>day</v></c><c t="str"><v>n</v></c></row><row><c s="1"><v>43538</v></c><c><v>1</v></c></row>'
  const { rows: found } = await read('mac.xlsx', workbook(rows, { properties: '<workbookPr date1904="1"/>' }))
  expect(found[0]).toMatchObject({ row_no: 2, c0: '2023-03-15', c1: '1' })
})

const long = 'x'.repeat(2 * 1024 * 1024)
const manyColumns = Array.from({ length: 10_000 }, (_, n) => `c${n}`).join(',')

const bad: [string, string | Buffer, RegExp][] = [
  ['empty.csv', '', /^empty\.csv: The file is empty\./],
  ['heading.csv', 'a,b\n', /^heading\.csv: There is a heading but no row/],
  ['blank.csv', '\n\n\n', /no table in it/],
  ['binary.csv', Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 37) % 7)), /binary file/],
  ['picture.csv', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /a picture/],
  ['page.csv', '<!DOCTYPE html><html></html>', /web page/],
  ['cell.csv', `a,b\n1,2\n3,${long}\n`, /^cell\.csv, row 3, column 2: This cell is longer than 1 MB/],
  ['open.csv', 'a,b\n1,2\n3,"never closed\n5,6\n', /^open\.csv, row 3, column 2: The quotation mark/],
  ['wide.csv', `${manyColumns}\n${manyColumns}\n`, /10,000 columns; at most 5,000/],
  [
    'bytes.csv',
    Buffer.concat([Buffer.from('a,b\n1,2\nx'), Buffer.from([0x81, 0xfe]), Buffer.from(',3\n')]),
    /^bytes\.csv, row 3: .*neither UTF-8 nor/,
  ],
  ['nul.csv', 'a,b\n1,2\n3,4\nx\0y,3\n', /^nul\.csv, row 4: There is a NUL byte/],
  ['cut.gz', gzipSync('a,b\n1,2\n'.repeat(1000)).subarray(0, 40), /damaged or cut off/],
  ['cut.zip', zip({ 'a.csv': 'a,b\n1,2\n' }).subarray(0, 40), /damaged or cut off/],
  ['bomb.gz', gzipSync(Buffer.alloc(64 * 1024 * 1024, 65)), /unfolds to far more/],
  ['bomb.zip', zip({ 'a.csv': Buffer.alloc(64 * 1024 * 1024, 65) }), /unfolds to far more/],
  ['climb.zip', zip({ '../../etc/passwd': 'a,b\n1,2\n' }), /“\.\.\/\.\.\/etc\/passwd”, which points outside/],
  ['root.zip', zip({ '/etc/passwd': 'a,b\n1,2\n' }), /points outside/],
  ['broken.json', '[{"a":1},{"a":]', /^broken\.json, row 2: .*/],
  ['fake.parquet', 'PAR1 not really', /Parquet file is damaged/],
  ['empty.xlsx', workbook(''), /No worksheet holds/],
  [
    'torn.xlsx',
    workbook(`${'<row><c t="str"><v>x</v></c><c><v>1</v></c></row>'.repeat(200)}</torn>`),
    /damaged or cut off/,
  ],
]
test.each(bad)('%s is refused with a sentence', async (name, content, sentence) => {
  const refusal = await read(name, content).catch((error: Error) => error)
  expect(refusal).toMatchObject({ name: 'FileProblem', file: name })
  expect((refusal as Error).message).toMatch(sentence)
})

test.skipIf(process.platform !== 'linux')('no refused file is kept open', async () => {
  const opened = () =>
    readdirSync('/proc/self/fd').flatMap((name) => {
      try {
        return readlinkSync(`/proc/self/fd/${name}`)
      } catch {
        return [] // the one that listed the others is gone
      }
    })
  await expect.poll(() => opened().filter((path) => path.startsWith(at))).toEqual([])
})
