type Sheet = { width: number; height: number }
type Measured = { total: number; unit: 'point' | 'pixel'; sheets: Sheet[] }

const inMillimetres = (points: number): number => Math.round((points / 72) * 25.4)

/** How many pages there are and how large they are, as people say it. */
export function pagesSaid({ total, unit, sheets }: Measured): string {
  const [first] = sheets
  if (!first) return `${total} pages`
  if (unit === 'pixel') return `${first.width} × ${first.height} pixels`
  const size = ({ width, height }: Sheet) => `${inMillimetres(width)} × ${inMillimetres(height)} mm`
  const areAlike = sheets.every((one) => size(one) === size(first))
  return `${total} ${total === 1 ? 'page' : 'pages'}${areAlike ? ' of' : ', the first of'} ${size(first)}`
}
