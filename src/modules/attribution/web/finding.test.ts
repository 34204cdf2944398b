import { describe, expect, test } from 'vitest'
import { csv } from '../../../engine/csv.ts'
import type { ModelId, Report, ReportRow } from '../contract.ts'
import { models } from '../rules.ts'
import { modelAt, selectionOf, shareRequest } from './explain.ts'
import { attributed, findingOf, pluralOf, remarksOf } from './finding.ts'
import { isPartial, reconciled, reportTable } from './reconcile.ts'

const csvOf = (report: Report): string => {
  const { heading, rows } = reportTable(report)
  return csv(heading, rows)
}

const byModel = (value: number, others: Partial<Record<ModelId, number>> = {}) =>
  ({ ...Object.fromEntries(models.map(({ id }) => [id, value])), ...others }) as Record<ModelId, number>

function row(value: string | null, share: Record<ModelId, number>, ranks: [number, number]): ReportRow {
  const of = (all: number) =>
    byModel(0, Object.fromEntries(models.map(({ id }) => [id, share[id] * all])) as Record<ModelId, number>)
  return {
    ...{ value, isUnattributed: false, credit: of(1000), sales: of(10), share, ranks },
    lowest: Math.min(...Object.values(share)),
    highest: Math.max(...Object.values(share)),
    interval: null,
    isThin: value === 'Events',
  }
}
const alone: ReportRow = {
  ...{ value: null, isUnattributed: true, credit: byModel(200), sales: byModel(2), share: null },
  ...{ lowest: null, highest: null, ranks: null, interval: null, isThin: false },
}

function reportOf(rows: ReportRow[], by = 'channel'): Report {
  const money = { currency: 'USD', revenue: 1200, credited: 1000, unattributed: 200 }
  return {
    by,
    model: 'w',
    models,
    rows,
    reconciliation: { ...money, sales: 12, salesCredited: 10, salesUnattributed: 2 },
    dimensions: ['channel', 'owner'],
    settings: {} as Report['settings'],
    notes: [],
  }
}
const email = row('Email', byModel(0.6, { first: 0.2, last: 0.3 }), [1, 2])
const events = row('Events', byModel(0.4, { first: 0.8, last: 0.7 }), [1, 2])

describe('the finding', () => {
  test('names who leads under most models', () => {
    expect(findingOf(reportOf([events, email, alone]))).toBe('Email leads under 12 of 14 models')
    expect(findingOf(reportOf([events, { ...email, value: null }], 'campaign'))).toBe(
      'Touches without campaign lead under 12 of 14 models',
    )
    const sure = [row('Email', byModel(0.6), [1, 1]), row('Events', byModel(0.4), [2, 2])]
    expect(findingOf(reportOf(sure))).toBe('Email leads under all 14 models')
  })

  test('says that the models do not agree where nobody leads under more than half of them', () => {
    const half = Object.fromEntries(models.slice(0, 7).map(({ id }) => [id, 0.3]))
    const others = Object.fromEntries(models.slice(0, 7).map(({ id }) => [id, 0.7]))
    const torn = [row('Email', byModel(0.7, half), [1, 2]), row('Events', byModel(0.3, others), [1, 2])]
    expect(findingOf(reportOf(torn))).toBe('The rank of all 2 channels depends on the model')
    const third = row('Print', byModel(0), [3, 3])
    expect(findingOf(reportOf([...torn, third], 'country'))).toBe(
      'The rank of 2 countries depends on the model',
    )
  })

  test('of one row or none it does not pretend a race', () => {
    expect(findingOf(reportOf([email]))).toBe('Only Email is credited')
    expect(findingOf(reportOf([alone]))).toBe('No sale has a touch before it')
    expect(findingOf(reportOf([{ ...email, value: null }]))).toBe('Only touches without channel are credited')
  })

  test('rows stand by their share under the model asked for', () => {
    const names = (model: ModelId) => attributed([email, alone, events], model).map(({ value }) => value)
    expect(names('w')).toEqual(['Email', 'Events'])
    expect(names('first')).toEqual(['Events', 'Email'])
  })

  test('a row says when its rank is unsure and when its sales are few', () => {
    expect(remarksOf(events)).toEqual(['rank depends on the model (1–2)', 'few sales'])
    expect(remarksOf(alone)).toEqual([])
    expect(['campaign', 'country', 'product_family'].map(pluralOf)).toEqual([
      'campaigns',
      'countries',
      'product families',
    ])
  })
})

describe('the reconciliation', () => {
  test('adds the rows up as they are shown', () => {
    expect(reconciled(reportOf([email, events, alone]), 'first')).toEqual({
      ...{ credited: 1000, unattributed: 200, sales: 10, salesUnattributed: 2, isEven: true },
    })
  })

  test('does not hold when a row is missing', () => {
    expect(reconciled(reportOf([email, alone]), 'w').isEven).toBe(false)
  })

  test('is of no use where only some touches of a sale are looked at', () => {
    const where = (dimension: string) => [{ dimension, is: 'in' as const, values: ['x'] }]
    expect([isPartial(where('channel')), isPartial(where('campaign'))]).toEqual([true, true])
    expect([isPartial(where('owner')), isPartial([])]).toEqual([false, false])
  })

  test('the export holds every model of every row', () => {
    const [heading = '', first = '', last = ''] = csvOf(reportOf([email, alone])).split('\r\n')
    expect(heading).toMatch(
      /^channel,is_unattributed,currency,lowest_share,.*value_first,sales_first,share_first/,
    )
    expect(first).toMatch(/^Email,false,USD,0.2,0.6,,,1,2,false,200,2,0.2,/)
    expect(last).toMatch(/^Unattributed,true,USD,,,,,,,false,200,2,,/)
  })
})

describe('what a figure explains', () => {
  const asked = { by: 'channel', from: '2026-01-01', where: [] }
  const words = (one: ReportRow, report: Report, by = 'channel') =>
    selectionOf(one, report, { ...asked, by })?.where.map(
      ({ dimension, is, values }) => `${dimension} ${is} ${values[0] ?? 'blank'}`,
    )

  test('is its own row, in its currency', () => {
    expect(words(email, reportOf([email, alone]))).toEqual([
      'channel exactly Email',
      'attributed exactly yes',
      'counted_currency exactly USD',
    ])
    expect(selectionOf(email, reportOf([email]), asked)).toMatchObject({ from: '2026-01-01' })
  })

  test('keeps sales without a touch apart, even from touches without a channel', () => {
    const blank = { ...email, value: null }
    expect(words(blank, reportOf([blank, alone]))).toEqual([
      'channel exactly blank',
      'attributed exactly yes',
      'counted_currency exactly USD',
    ])
    expect(words(alone, reportOf([blank, alone]))).toEqual([
      'attributed exactly no',
      'counted_currency exactly USD',
    ])
  })

  test('of a share are both its parts, which give it', () => {
    const { derived } = shareRequest(email, reportOf([email, events, alone]), asked, 'first')
    expect(derived).toMatchObject({ value: 0.2, label: 'Share of Email by First touch' })
    expect(derived?.parts?.map(({ value }) => value)).toEqual(['$200.00', '$1,000.00'])
    expect([modelAt(email, 'lowest'), modelAt(email, 'highest')]).toEqual(['first', 'last_non_direct'])
  })
})
