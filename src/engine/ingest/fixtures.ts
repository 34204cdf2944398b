import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'

/** A fresh folder for the files of one test. */
export const folder = (): Promise<string> => mkdtemp(join(tmpdir(), 'ingest-'))

/** Writes a file into `at` and returns its path. */
export async function put(at: string, name: string, content: string | Buffer): Promise<string> {
  const path = join(at, name)
  await writeFile(path, content)
  return path
}

/** A zip of the given members, whatever their names. */
export function zip(members: Record<string, string | Buffer>): Buffer {
  const parts: Buffer[] = []
  const index: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(members)) {
    const data = Buffer.from(content)
    const packed = deflateRawSync(data)
    const label = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(data), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(data.length, 18)
    fields.writeUInt16LE(label.length, 22)
    const central = Buffer.alloc(14)
    central.writeUInt32LE(offset, 10)
    parts.push(Buffer.from('PK\x03\x04'), fields, label, packed)
    index.push(Buffer.from('PK\x01\x02\x14\x00'), fields, central, label)
    offset += 30 + label.length + packed.length
  }
  const size = index.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(members).length, 8)
  end.writeUInt16LE(Object.keys(members).length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...index, end])
}

/** A workbook of one worksheet, given its rows in SpreadsheetML. */
export function workbook(rows: string, { strings = '', properties = '' } = {}): Buffer {
  const ns = 'http://schemas.openxmlformats.org'
  return zip({
    'xl/workbook.xml': `<workbook xmlns:r="${ns}/officeDocument/2006/relationships">${properties}<sheets><sheet name="Leads" sheetId="1" r:id="rId1"/></sheets><externalReferences><externalReference r:id="rId9"/></externalReferences></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${ns}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="${ns}/officeDocument/2006/relationships/externalLink" Target="http://example.com/x.xlsx" TargetMode="External"/></Relationships>`,
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/vbaProject.bin': 'macros',
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  })
}
