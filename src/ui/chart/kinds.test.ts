import { describe, expect, test } from 'vitest'
import { csv } from '../../engine/csv.ts'
import { optionOf } from './kinds.ts'
import { rangeHeight, rangeWords } from './range.ts'
import { type ChartSpec, isBare, type Palette } from './shape.ts'
import { pointWords, twinTable } from './twin.ts'

const twinCsv = (spec: ChartSpec, title: string): string => {
  const { heading, rows } = twinTable(spec, title)
  return csv(heading, rows)
}

const palette: Palette = {
  ink: 'ink',
  muted: 'muted',
  line: 'line',
  surface: 'surface',
  accent: 'accent',
  context: 'grey',
  colours: ['accent', 'two'],
}
const range: ChartSpec = {
  kind: 'range',
  unit: 'ratio',
  categories: ['Email', 'Events {x|y}'],
  series: [
    {
      name: 'W',
      isAccent: true,
      values: [0.22, null],
      ends: [
        [0, 0.59],
        [0.1, 0.2],
      ],
    },
    { name: 'Markov', values: [0.15, 0.1], band: [[0.12, 0.18], null] },
  ],
  remarks: ['rank 1–6', ''],
}
type Item = { type: string; shape?: Record<string, number>; style: { text?: string; fill?: string } }
type Drawn = { renderItem: (place: object, api: object) => { children: Item[] } }

/** One unit of the axis is 100 px, one row 40 px. */
function drawnAt(at: number, series: number): Item[] {
  const all = (optionOf(range, palette) as { series: Drawn[] }).series
  const api = { value: () => at, coord: ([x, y]: [number, number]) => [x * 100, y * 40] }
  return all[series]?.renderItem({ coordSys: { x: 0, width: 300 } }, api).children ?? []
}

describe('a range', () => {
  test('spans the lowest to the highest and marks the one that is chosen', () => {
    const [words, span, dot] = drawnAt(0, 0)
    expect(words?.style.text).toBe('{name|Email}  {value|22.0 %}  {remark|rank 1–6}')
    expect(span?.shape).toMatchObject({ x: -1, width: 61 })
    expect(dot?.shape).toMatchObject({ cx: 22 })
    expect(dot?.style.fill).toBe('accent')
  })

  test('draws an interval with its ends, and nothing where nothing is known', () => {
    expect(drawnAt(0, 1).map((one) => one.type)).toEqual(['line', 'line', 'line', 'circle'])
    expect(drawnAt(1, 1).map((one) => one.type)).toEqual(['circle'])
    expect(drawnAt(1, 0).map((one) => one.type)).toEqual(['text', 'rect'])
  })

  test('a name cannot pass for a mark of style', () => {
    expect(drawnAt(1, 0)[0]?.style.text).toBe('{name|Events  x y }  {value|n/a}')
    expect(rangeWords(range, 1)).toEqual({ name: 'Events {x|y}', value: 'n/a', remark: '' })
  })

  test('is as high as its rows need', () => {
    expect(rangeHeight(1)).toBeLessThan(rangeHeight(10))
  })

  test('has a table twin with both ends, the interval and the remark', () => {
    expect(twinCsv(range, 'Channel').split('\r\n').slice(0, 2)).toEqual([
      'Channel,W,Lowest,Highest,Markov,95 % range,Remark',
      'Email,0.22,0,0.59,0.15,12.0 % – 18.0 %,rank 1–6',
    ])
  })
})

const flow: ChartSpec = {
  kind: 'flow',
  unit: 'count',
  categories: ['Start', 'Email', 'Email', 'Won'],
  series: [{ name: 'Journeys', values: [] }],
  links: [
    { from: 0, to: 1, value: 5 },
    { from: 2, to: 3, value: 4 },
  ],
  accent: 'Won',
}

describe('a flow', () => {
  test('knows a category by its place, so that two may have one name', () => {
    const [series] = (optionOf(flow, palette) as { series: { data: { name: string }[]; links: object[] }[] })
      .series
    expect(series?.data.map(({ name }) => name)).toEqual(['0', '1', '2', '3'])
    expect(series?.links).toMatchObject([
      { source: '0', target: '1', value: 5, lineStyle: { color: 'grey' } },
      { source: '2', target: '3', value: 4, lineStyle: { color: 'accent' } },
    ])
  })

  test('is bare without links', () => {
    expect([isBare(flow), isBare({ ...flow, links: [] })]).toEqual([false, true])
  })

  test('has its links as table twin', () => {
    expect(twinCsv(flow, '')).toBe('From,To,Journeys\r\nStart,Email,5\r\nEmail,Won,4\r\n')
  })
})

const scatter: ChartSpec = {
  kind: 'scatter',
  unit: 'money',
  currency: 'EUR',
  categories: ['Email', 'Events', 'Blank'],
  across: { name: 'Cost', unit: 'money', values: [100, 4000, null] },
  series: [{ name: 'Won value', values: [900, 2500, 70] }],
  remarks: ['brings back 9 × its cost', '', ''],
  evenLine: 'Break-even',
}

describe('a scatter', () => {
  type Point = { name: string; value: unknown[] }
  type Line = { data: { coord: number[] }[][] }
  const drawn = (spec: ChartSpec) =>
    (optionOf(spec, palette) as { series: { data: Point[]; markLine?: Line }[] }).series[0]

  test('puts a point where both values are known, and keeps the place of the others', () => {
    expect(drawn(scatter)?.data.map(({ value }) => value)).toEqual([
      [100, 900],
      [4000, 2500],
      ['-', '-'],
    ])
  })

  test('ends its even line within both axes, and has none where there is nothing to reach', () => {
    expect(drawn(scatter)?.markLine?.data).toEqual([[{ coord: [0, 0] }, { coord: [2500, 2500] }]])
    const lost = { ...scatter, series: [{ name: 'Won value', values: [0, 0, null] }] }
    expect(drawn(lost)?.markLine).toBeUndefined()
  })

  test('is bare without a point', () => {
    const series = [{ name: 'Won value', values: [null, null, 70] }]
    expect([isBare(scatter), isBare({ ...scatter, series })]).toEqual([false, true])
  })

  test('says a point in one line, and has both values in its table twin', () => {
    expect(pointWords(scatter, 0)).toBe('Email, Cost: €100.00, Won value: €900.00, brings back 9 × its cost')
    expect(twinCsv(scatter, 'Channel').split('\r\n').slice(0, 2)).toEqual([
      'Channel,Cost,Won value,Remark',
      'Email,100,900,brings back 9 × its cost',
    ])
  })
})
