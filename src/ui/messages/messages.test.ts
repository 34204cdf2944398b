import { afterEach, describe, expect, test } from 'vitest'
import { en } from './en.ts'
import { setLanguage, t } from './index.ts'
import { pseudo } from './pseudo.ts'

const holes = (text: string) => text.match(/\{[^{}]*\}/g) ?? []

describe('messages', () => {
  afterEach(() => setLanguage('en'))

  test('a count chooses one or other and prints the number', () => {
    expect(t('list.rows', { n: 1 })).toBe('1 row')
    expect(t('list.rows', { n: 12_000 })).toBe('12,000 rows')
  })

  test.each(Object.entries(en))('the pseudo-locale changes %s and keeps its holes', (_, text) => {
    expect(pseudo(text)).not.toBe(text)
    expect(holes(pseudo(text))).toEqual(holes(text))
  })

  test('another language reaches every message through the same t', () => {
    setLanguage('pseudo')
    expect(t('form.save')).toBe('⟦Sàvé·⟧')
    expect(t('figure.versus', { label: 'Q1' })).toContain('Q1')
  })
})
