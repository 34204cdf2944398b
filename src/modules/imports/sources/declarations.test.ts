import { expect, test } from 'vitest'
import { objectNames, objects } from '../../../engine/model.ts'
import { attributeSources, columnsRead, declarations, recognise } from './index.ts'

const mapped = declarations.filter((declaration) => 'parts' in declaration)

/** A sheet with one spelling of every heading a declaration asks for. */
const plainest = (has: readonly (string | readonly string[])[], pick: number) => ({
  file: 'export.csv',
  headings: [
    ...new Set(
      has.map((one) => {
        const spelling = typeof one === 'string' ? one : one[pick % one.length]!
        return spelling.replace('(*)', '(EUR)')
      }),
    ),
  ],
  preamble: [],
})

test('every declaration has its own name', () => {
  const ids = declarations.map(({ id }) => id)
  expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
})

test('every mapped attribute is one of the data model', () => {
  for (const { id, parts } of mapped) {
    for (const { object, attributes, asks = [] } of parts) {
      const known = Object.keys(objects[object].attributes)
      for (const attribute of [...Object.keys(attributes), ...asks]) expect(known, id).toContain(attribute)
    }
  }
})

test('what is not used says why, in a sentence', () => {
  for (const declaration of declarations) {
    if ('notUsed' in declaration) expect(declaration.notUsed, declaration.id).toMatch(/^[A-Z].{20,}\.$/)
  }
})

test('every object of the model can be filled from some source', () => {
  const filled = new Set(Object.keys(attributeSources()).map((name) => name.split('.')[0]))
  expect(objectNames.filter((object) => !filled.has(object))).toEqual([])
})

test.each(declarations.map(({ id, has, exact }) => ({ id, has, exact })))(
  'the plainest sheet of $id is recognised, and proposes only columns that are there',
  ({ has }) => {
    for (const pick of [0, 1, 2]) {
      const sheet = plainest(has, pick)
      const found = recognise(sheet)
      expect(found.verdict, sheet.headings.join()).not.toBe('unknown')
      if (found.verdict !== 'mapped') continue
      for (const column of columnsRead(found.mapping)) expect(sheet.headings).toContain(column)
      expect(found.confidence).toBeGreaterThan(0)
      expect(found.confidence).toBeLessThan(1)
    }
  },
)

test('each attribute tells which headings of which source fill it', () => {
  const { 'contact.origin': origin, 'opportunity.is_won': won } = attributeSources()
  expect(origin?.find(({ declaration }) => declaration === 'olist-leads')?.from).toEqual(['origin'])
  expect(won?.find(({ declaration }) => declaration === 'olist-deals')?.from).toEqual(['always “true”'])
})
