import { crc32, deflateSync } from 'node:zlib'

export type Colour = readonly [red: number, green: number, blue: number]

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** A PNG in true colour, painted pixel by pixel. */
export function picture(width: number, height: number, colour: (x: number, y: number) => Colour): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const rows = Buffer.alloc(height * (width * 3 + 1))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(colour(x, y), y * (width * 3 + 1) + 1 + x * 3)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const mixed = (from: Colour, to: Colour, share: number): Colour =>
  [0, 1, 2].map((at) => Math.round(from[at]! + (to[at]! - from[at]!) * share)) as unknown as Colour

/** A draft of a key visual: a sky, hills and a road with its stops, in the two colours of a campaign. */
export function keyVisual(width: number, height: number, dark: Colour, light: Colour): Buffer {
  const hill = (x: number, of: number) =>
    height * (0.62 + of * 0.14 + Math.sin(x / (width / 7) + of * 2) * 0.06)
  return picture(width, height, (x, y) => {
    if (y > hill(x, 1)) return isRoad(x / width, (y - hill(x, 1)) / height) ? light : dark
    if (y > hill(x, 0)) return mixed(dark, light, 0.35)
    const [sunX, sunY] = [x - width * 0.72, y - height * 0.34]
    if (Math.hypot(sunX, sunY) < height * 0.13) return [255, 244, 214]
    return mixed(light, [255, 255, 255], 1 - y / height)
  })
}

const isRoad = (x: number, depth: number): boolean =>
  Math.abs(x - 0.3 - depth) < 0.012 + depth * 0.05 && Math.floor(depth * 60) % 3 !== 2
