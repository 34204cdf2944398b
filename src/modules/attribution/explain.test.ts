import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestApp } from '../../test/app.ts'
import { startDemoApp } from '../../test/demo.ts'
import { pipeline } from '../pipeline/contract.ts'
import { attribution, type Explained, type JourneyFigure } from './contract.ts'
import { models } from './rules.ts'

let app: TestApp
beforeAll(async () => {
  app = await startDemoApp((folder) => {
    const table = join(folder, 'journeys.csv')
    writeFileSync(table, journeyTable)
    return [table]
  })
}, 120_000)
afterAll(() => app.close())

// Source: the three journeys of the ChannelAttribution vignette (2015) and Puzyrov’s, each once.
const journeyTable =
  'path,total_conversions,total_conversion_value,total_null\nA > B > A > B > B > A,1,10,0\nA > B > B > A > A,1,20,3\nA > A,1,30,5\n'

/** The explanation with every row, read page by page as the drawer reads it. */
async function everyRow(figure: JourneyFigure | Record<string, unknown>, limit = 500): Promise<Explained> {
  const first = await app.ask(attribution.explain, { figure, limit } as never)
  const items = [...first.items]
  while (items.length < first.total) {
    const { items: more } = await app.ask(attribution.explain, {
      figure,
      limit,
      offset: items.length,
    } as never)
    if (more.length === 0) throw new Error(`Only ${items.length} of ${first.total} rows came.`)
    items.push(...more)
  }
  return { ...first, items }
}

const added = ({ items, adds }: Explained): number =>
  items.reduce((sum, row) => sum + Number(row[adds!.column]), 0)

describe('the rows of an explanation', () => {
  test('of a path are the opportunities that took it', async () => {
    const { paths } = await app.ask(attribution.journeys, { limit: 200 })
    expect(paths.length).toBeGreaterThan(3)
    for (const { channels, ...path } of paths) {
      const of = (what: string) => everyRow({ of: 'path', what, channels })
      expect((await of('won')).items).toHaveLength(path.won)
      expect((await of('lost')).items).toHaveLength(path.lost)
      const value = await of('value')
      expect(value.figure.value).toBeCloseTo(path.value, 6)
      expect(added(value)).toBeCloseTo(path.value, 6)
      const { figure, parts } = await of('rate')
      expect(parts[0]!.value! / parts[1]!.value!).toBeCloseTo(figure.value!, 12)
    }
  })

  test('of a step are the opportunities that took it, of several steps all of them', async () => {
    const { transitions } = await app.ask(attribution.journeys, {})
    for (const { from, to, journeys } of transitions) {
      const found = await everyRow({ of: 'step', leads: [{ from, to }] })
      expect(found.items, `${from} to ${to}`).toHaveLength(journeys)
      expect(found.figure.value).toBe(journeys)
    }
    const leads = transitions.slice(-5)
    const sum = leads.reduce((total, one) => total + one.journeys, 0)
    expect((await everyRow({ of: 'step', leads })).items).toHaveLength(sum)
  })

  test.each(['touches', 'days'] as const)(
    'of the %s to a sale have the figure at its place',
    async (what) => {
      const found = await app.ask(attribution.journeys, {})
      for (const [at, quantile] of [
        ['median', 0.5],
        ['p85', 0.85],
      ] as const) {
        const { items, figure } = await everyRow({ of: 'length', what, at })
        const sizes = items.map((row) => Number(row[what]))
        expect(sizes).toEqual([...sizes].sort((a, b) => a - b))
        const place = (sizes.length - 1) * quantile
        const [low, high] = [sizes[Math.floor(place)]!, sizes[Math.ceil(place)]!]
        expect(low + (high - low) * (place - Math.floor(place))).toBeCloseTo(figure.value!, 9)
        expect(found[what]![at]).toBe(figure.value)
      }
    },
  )

  test('of every credit of a sale add up to it, and those of all its touches to the revenue', async () => {
    const { items } = await app.ask(pipeline.opportunities, { outcome: 'won', limit: 2 })
    for (const { id } of items) {
      const { touches, revenue } = await app.ask(attribution.timeline, { id })
      for (const { id: model } of models) {
        for (const [at, touch] of touches.entries()) {
          const found = await everyRow({ of: 'credit', opportunity: id, touch: at + 1, model })
          expect(found.figure.value).toBe(touch.credit![model])
          expect(added(found)).toBe(touch.credit![model])
          const [, , product, rounding] = found.parts
          expect(product!.value! + rounding!.value!).toBeCloseTo(touch.credit![model]!, 9)
          expect(Math.abs(rounding!.value!)).toBeLessThanOrEqual(0.01)
        }
        if (touches.length > 0)
          expect(added(await everyRow({ of: 'sale', opportunity: id, model }))).toBeCloseTo(revenue!, 6)
      }
    }
  }, 120_000)
})

describe.each(['opportunities', 'table'] as const)('channel totals of the %s', (journeys) => {
  test('by Shapley value are the sum of their rows', async () => {
    const { rows } = await app.ask(attribution.totals, { model: 'shapley', of: journeys })
    for (const { channel, conversions, value } of rows)
      for (const [what, total] of [
        ['conversions', conversions],
        ['value', value],
      ] as const) {
        const found = await everyRow({ of: 'total', what, channel, model: 'shapley', journeys })
        expect(found.figure.value).toBeCloseTo(total, 9)
        expect(added(found)).toBeCloseTo(total, 6)
        expect(found.adds!.sum).toBeCloseTo(total, 6)
      }
  })

  test.each([1, 2])('by a Markov chain of order %i follow from the numbers said', async (order) => {
    const { rows } = await app.ask(attribution.totals, { model: 'markov', of: journeys, order })
    for (const row of rows) {
      const of = (what: string) =>
        everyRow({ of: 'total', what, channel: row.channel, model: 'markov', order, journeys })
      const [all, effect, effects, made] = (await of('conversions')).parts.map((part) => part.value!)
      expect((all! * effect!) / effects!).toBeCloseTo(row.conversions, 9)
      expect(made).toBeCloseTo(row.conversions, 9)
      const value = await of('value')
      expect((value.parts[0]!.value! * value.parts[1]!.value!) / value.parts[2]!.value!).toBeCloseTo(
        row.value,
        6,
      )
      const removal = await of('removal')
      expect(1 - removal.parts[1]!.value! / removal.parts[0]!.value!).toBeCloseTo(row.removalEffect!, 9)
    }
  })

  test('are held against what was sold, every number with its rows', async () => {
    const { reconciliation } = await app.ask(attribution.totals, { model: 'markov', of: journeys })
    for (const what of [
      'conversions',
      'credited',
      'unattributed',
      'nulls',
      'value',
      'valueCredited',
      'valueUnattributed',
    ] as const) {
      const found = await everyRow({ of: 'totals', what, journeys }, 60)
      expect(found.figure.value, what).toBeCloseTo(reconciliation[what], 6)
      expect(added(found), what).toBeCloseTo(reconciliation[what], 6)
    }
  })
})

test('an explanation says what was decided, by which version, its imports and how far it can be trusted', async () => {
  const found = await everyRow({ of: 'total', what: 'conversions', channel: 'Email', model: 'markov' })
  expect(found.settings.version).toBe(0)
  expect(found.settings.decided.map(({ name }) => name)).toEqual([
    'Window',
    'One touch',
    'Milestone touches',
    'Direct touches',
    'Several sales of one journey',
    'People of one sale',
    'Currencies',
    'Ties in time',
    'Sales without a touch',
    'Refunds',
  ])
  expect(found.imports.length).toBeGreaterThan(0)
  expect(found.confidence?.signals.map(({ name }) => name)).toContain('cases')
  const table = await everyRow({
    of: 'total',
    what: 'value',
    channel: 'A',
    model: 'shapley',
    journeys: 'table',
  })
  expect(table.items[0]).toMatchObject({ file: 'journeys.csv', row: expect.any(Number) })
})

test('what is not there is said to be missing', async () => {
  const ask = (figure: JourneyFigure) => app.ask(attribution.explain, { figure })
  await expect(
    ask({ of: 'total', what: 'value', channel: 'Pigeons', model: 'markov', journeys: 'opportunities' }),
  ).rejects.toThrow(/“Pigeons”/)
  await expect(ask({ of: 'credit', opportunity: 'nobody', touch: 1, model: 'w' })).rejects.toThrow(/not won/)
})
