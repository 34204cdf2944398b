import { describe, expect, test } from 'vitest'
import { csv } from '../../engine/csv.ts'
import { barWords, toOption } from './option.ts'
import { pickedAt } from './pick.ts'
import { type ChartSpec, colourOf, isBare, isLying, type Palette } from './shape.ts'
import { twinTable } from './twin.ts'

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
  colours: ['one', 'two'],
}
const funnel: ChartSpec = {
  kind: 'funnel',
  unit: 'count',
  categories: ['Lead', 'MQL', 'Won'],
  series: [{ name: 'People', values: [8000, 4200, null] }],
}
const bars: ChartSpec = { ...funnel, kind: 'bar', target: { value: 5000 } }

describe('a chart', () => {
  test('bars start at zero; a line may show its range', () => {
    expect(toOption(bars, palette).yAxis).toMatchObject({ type: 'value', scale: false })
    expect(toOption({ ...bars, kind: 'line' }, palette).yAxis).toMatchObject({ scale: true })
  })

  test('a funnel lies down and each bar says how many of the step before came along', () => {
    expect(isLying(funnel)).toBe(true)
    expect(funnel.series.map((series) => barWords(funnel, series, 1))).toEqual(['4,200  ·  52.5 %'])
    expect(funnel.series.map((series) => barWords(funnel, series, 2))).toEqual(['n/a'])
  })

  test('a click picks the nearest value that is there, lying or standing', () => {
    const two = {
      ...bars,
      kind: 'line' as const,
      series: [...bars.series, { name: 'Won', values: [1, 2, 3] }],
    }
    expect(pickedAt(two, [1.3, 4000])).toEqual({ category: 'MQL', series: 'People', index: 1 })
    expect(pickedAt(two, [2, 4000])).toEqual({ category: 'Won', series: 'Won', index: 2 })
    expect(pickedAt(funnel, [10, 0])).toEqual({ category: 'Lead', series: 'People', index: 0 })
    expect(pickedAt(funnel, [0, 2])).toBeNull()
    expect(pickedAt(two, [7, 0])).toBeNull()
  })

  test('one accent, the rest grey', () => {
    const spec = {
      ...bars,
      series: [
        { name: 'A', values: [1] },
        { name: 'B', values: [2], isAccent: true },
      ],
    }
    expect([colourOf(spec, 0, palette), colourOf(spec, 1, palette)]).toEqual(['grey', 'accent'])
  })

  test('a target is a line, drawn once', () => {
    const { series } = toOption({ ...bars, series: [...bars.series, ...bars.series] }, palette) as {
      series: { markLine?: unknown }[]
    }
    expect(series.filter((one) => one.markLine)).toHaveLength(1)
  })

  test('the period that still runs is reached dashed, and its name says so far', () => {
    const weeks: ChartSpec = {
      kind: 'line',
      unit: 'count',
      categories: ['W1', 'W2', 'W3'],
      series: [{ name: 'Leads', values: [5, 6, 1] }],
      isSoFar: true,
    }
    const { series } = toOption(weeks, palette) as {
      series: { name: string; data: unknown[]; lineStyle: { type: string } }[]
    }
    expect(series.map(({ name, lineStyle, data }) => [name, lineStyle.type, data])).toEqual([
      ['Leads', 'solid', [5, 6, null]],
      ['Leads', 'dashed', [{ value: null, symbol: 'none' }, { value: 6, symbol: 'none' }, 1]],
    ])
    expect(twinCsv(weeks, 'Week')).toContain('"W3, so far",1')
    expect(pickedAt(weeks, [2, 1])).toMatchObject({ category: 'W3', index: 2 })
  })

  test('only missing values make a chart bare, zeros do not', () => {
    expect(isBare({ ...bars, series: [{ name: 'A', values: [null, null] }] })).toBe(true)
    expect(isBare({ ...bars, series: [{ name: 'A', values: [0, null] }] })).toBe(false)
  })

  test('has a table twin that can be taken away', () => {
    expect(twinCsv({ ...bars, categories: ['=Lead', 'MQL', 'Won'] }, 'Stage')).toBe(
      "Stage,People\r\n'=Lead,8000\r\nMQL,4200\r\nWon,\r\n",
    )
  })
})
