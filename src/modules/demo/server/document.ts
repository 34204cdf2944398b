export type Said = { title: string; subtitle: string; lines: string[] }

/** What PDF's standard encoding can write; other letters become their nearest. */
const plain = (text: string): string =>
  text
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[–—]/g, '-')
    .replaceAll('…', '...')
    .replaceAll(/[^\x20-\x7e\xa1-\xff]/g, '?')
    .replaceAll(/[\\()]/g, (one) => `\\${one}`)

const line = (font: string, size: number, y: number, text: string): string =>
  `BT /${font} ${size} Tf 56 ${y} Td (${plain(text)}) Tj ET`

function drawn({ title, subtitle, lines }: Said): string {
  return [
    '0.13 0.16 0.29 rg',
    line('B', 22, 760, title),
    '0.4 0.43 0.5 rg',
    line('R', 12, 738, subtitle),
    '0.8 0.82 0.86 RG 56 722 m 539 722 l S',
    '0.13 0.14 0.18 rg',
    ...lines.map((text, at) => line('R', 11, 696 - at * 20, text)),
  ].join('\n')
}

/** A PDF of one A4 page per text, in Helvetica, which every reader has. */
export function documentOf(pages: Said[]): Buffer {
  const font = (name: string) => `<</Type/Font/Subtype/Type1/BaseFont/${name}/Encoding/WinAnsiEncoding>>`
  const kids = pages.map((_, at) => `${5 + at * 2} 0 R`).join(' ')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`,
    font('Helvetica'),
    font('Helvetica-Bold'),
    ...pages.flatMap((page, at) => {
      const content = drawn(page)
      const fonts = '/Resources<</Font<</R 3 0 R/B 4 0 R>>>>'
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Contents ${6 + at * 2} 0 R${fonts}>>`,
        `<</Length ${content.length}>>stream\n${content}\nendstream`,
      ]
    }),
  ]
  return Buffer.from(withTable(objects), 'latin1')
}

/** The objects, and where each begins. */
function withTable(objects: string[]): string {
  let text = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj${object}endobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`
  return `${text}${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`
}
