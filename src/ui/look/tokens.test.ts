import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const sheet = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function tokens(selector: string): Record<string, string> {
  const block = sheet.slice(sheet.indexOf(`${selector} {`)).split('}')[0] ?? ''
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name, hex]),
  )
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['canvas', 'surface', 'raised', 'sunken', 'hover']
const texts = [
  ...['ink', 'ink-2', 'ink-3', 'accent-ink', 'good', 'bad', 'warn', 'info'].flatMap((ink) =>
    grounds.map((on) => [ink, on]),
  ),
  ...['good', 'bad', 'warn', 'info'].map((tone) => [tone, `${tone}-soft`]),
  ['accent-ink', 'accent-soft'],
  ['ink-2', 'accent-soft'],
  ['ink-2', 'press'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
]
const shapes = [
  ['focus', 'surface'],
  ['focus', 'canvas'],
  ['line-control', 'surface'],
  ['chart-accent', 'surface'],
]

describe.each([
  ['light', ':root'],
  ['dark', "[data-theme='dark']"],
])('the %s theme', (_, selector) => {
  const colours = tokens(selector)

  test.each(texts)('%s can be read on %s (4.5 : 1)', (ink, ground) => {
    expect(
      contrast(colours[ink as string] as string, colours[ground as string] as string),
    ).toBeGreaterThanOrEqual(4.5)
  })

  test.each(shapes)('%s can be seen on %s (3 : 1)', (shape, ground) => {
    expect(
      contrast(colours[shape as string] as string, colours[ground as string] as string),
    ).toBeGreaterThanOrEqual(3)
  })
})
