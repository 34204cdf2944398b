import { describe, expect, test } from 'vitest'
import { randomFrom } from '../random.ts'
import {
  Bm25Index,
  jaccard,
  meetingChance,
  minHash,
  ResemblanceIndex,
  resemblance,
  SimilarTexts,
  shinglesOf,
  similar,
  telling,
  wordsOf,
} from './index.ts'

const titles = [
  'launch webinar email for enterprise accounts',
  'webinar follow up email',
  'build landing page for product launch',
  'quarterly budget review',
]

test.each([
  ['Launch the WEBINAR, now!', ['launch', 'the', 'webinar', 'now']],
  ['Größe straße Ünal', ['größe', 'straße', 'ünal']],
  ['ﬁrst Ｑ３', ['first', 'q3']],
  ['мероприятие 2026', ['мероприятие', '2026']],
  ['新製品発表', ['新製', '製品', '品発', '発表']],
  ['e\u0301cole', ['école']],
  ['—…!', []],
])('the words of %s', (text, words) => {
  expect(wordsOf(text)).toEqual(words)
})

test('only the beginning of a very long text is read', () => {
  expect(wordsOf('word '.repeat(1_000_000))).toHaveLength(2000)
  expect(wordsOf('x'.repeat(10_000_000))).toEqual(['x'.repeat(64)])
  expect(telling(['the', 'launch', 'of', 'a', 'webinar'])).toEqual(['launch', 'webinar'])
})

describe('BM25', () => {
  const built = () => {
    const index = new Bm25Index()
    for (const [at, title] of titles.entries()) index.add(`${at}`, wordsOf(title))
    return index
  }
  const rounded = (index: Bm25Index) =>
    index.search(['launch', 'webinar']).map(({ id, score }) => [id, score.toFixed(6)])

  test('scores with the idf of Lucene, k1 1.2 and b 0.75', () => {
    expect(rounded(built())).toEqual([
      ['0', '1.251557'],
      ['1', '0.741012'],
      ['2', '0.625779'],
    ])
  })

  test('is after extending and shrinking what it would be, had it been built so', () => {
    const index = built()
    index.add('4', wordsOf('launch webinar again and again'))
    index.add('0', wordsOf('something else'))
    index.remove('4')
    index.add('0', wordsOf(titles[0]!))
    index.remove('nobody')
    expect(rounded(index)).toEqual(rounded(built()))
    expect(index.size).toBe(4)
  })

  test('a removed text is never found, and an empty index answers nothing', () => {
    const index = built()
    for (const at of titles.keys()) index.remove(`${at}`)
    expect(index.search(['launch'])).toEqual([])
    expect(index.fullScore(['launch'])).toBe(0)
  })
})

describe('resemblance', () => {
  const [a, c] = ['datasets', 'documents'].map(
    (last) =>
      new Set(
        wordsOf(`minhash is a probabilistic data structure for estimating the similarity between ${last}`),
      ),
  ) as [Set<string>, Set<string>]

  test('exactly, and by 128 hashes within what chance leaves', () => {
    expect(jaccard(a, c)).toBeCloseTo(11 / 13, 12)
    expect(Math.abs(resemblance(minHash(a), minHash(c)) - 11 / 13)).toBeLessThan(0.09)
    expect(resemblance(minHash(a), minHash(a))).toBe(1)
    expect(jaccard(new Set(), new Set())).toBe(0)
  })

  test('by 128 hashes is right on average, at every degree', () => {
    const random = randomFrom(6)
    for (const overlap of [0.2, 0.5, 0.8]) {
      const errors = Array.from({ length: 60 }, () => {
        const own = Array.from({ length: 60 }, () => `${random()}`)
        const shared = own.slice(0, Math.round(60 * overlap))
        const other = [...shared, ...Array.from({ length: 60 - shared.length }, () => `${random()}`)]
        const exact = jaccard(new Set(own), new Set(other))
        return resemblance(minHash(own), minHash(other)) - exact
      })
      const mean = errors.reduce((sum, one) => sum + one, 0) / errors.length
      expect(Math.abs(mean)).toBeLessThan(0.015)
      expect(Math.max(...errors.map(Math.abs))).toBeLessThan(0.18)
    }
  })

  test.each([
    [{ bands: 32, rows: 4 }, [0.3, 0.5, 0.7], ['0.2291', '0.8732', '0.9998']],
    [{ bands: 20, rows: 5 }, [0.3, 0.5, 0.7], ['0.0475', '0.4701', '0.9748']],
  ])('the chance to meet in %j', (bands, similarities, chances) => {
    expect(similarities.map((one) => meetingChance(one, bands).toFixed(4))).toEqual(chances)
  })

  test('of three words in a row, and of a short text as a whole', () => {
    expect([...shinglesOf(wordsOf('Build a landing page'))]).toEqual(['build a landing', 'a landing page'])
    expect([...shinglesOf(['budget', 'review'])]).toEqual(['budget review'])
    expect(shinglesOf([]).size).toBe(0)
  })

  test('is found in a large collection, and no more once it is gone', () => {
    const random = randomFrom(12)
    const text = () => Array.from({ length: 40 }, () => `w${Math.floor(random() * 3000)}`)
    const index = new ResemblanceIndex()
    const original = text()
    for (let at = 0; at < 2000; at += 1) index.add(`${at}`, shinglesOf(text()))
    index.add('copy', shinglesOf([...original.slice(0, 38), 'other', 'end']))
    const found = index.near(shinglesOf(original))
    expect(found.map((one) => one.id)).toEqual(['copy'])
    expect(found[0]!.similarity).toBeGreaterThan(0.7)
    index.remove('copy')
    expect(index.near(shinglesOf(original))).toEqual([])
    expect(() => new ResemblanceIndex({ bands: 64, rows: 4 })).toThrow('do not fit 128')
  })
})

describe('similar work', () => {
  const documents = titles.map((title, at) => ({ id: `${at}`, title, body: '' }))

  test('is found with its reasons', () => {
    const found = similar({ title: 'Launch webinar', body: '' }, documents)
    expect(found[0]).toMatchObject({ id: '0', reasons: ['same words: launch, webinar'] })
    expect(found.map((one) => one.id)).not.toContain('3')
    const phrase = similar({ title: 'A landing page for product news', body: '' }, documents)
    expect(phrase[0]).toMatchObject({ id: '2' })
    expect(phrase[0]!.reasons[0]).toBe('same phrase: “landing page for”')
  })

  test('is found whatever the order of its words', () => {
    expect(similar({ title: 'Enterprise accounts: webinar email, launch', body: '' }, documents)[0]!.id).toBe(
      '0',
    )
  })

  test('of the same text is alike in full; of nothing in common is none', () => {
    for (const one of documents) {
      const [first] = similar(one, documents)
      expect(first!.id).toBe(one.id)
      expect(first!.score).toBeCloseTo(1, 9)
      expect(first!.reasons[0]).toBe('almost the same text')
    }
    expect(similar({ title: 'Payroll software', body: 'The of and' }, documents)).toEqual([])
    expect(similar({ title: '', body: '' }, documents)).toEqual([])
  })

  test('a score lies from 0 to 1, whatever the texts', () => {
    const random = randomFrom(14)
    const pool = 'launch webinar email page budget review partner event banner video'.split(' ')
    const some = () =>
      Array.from({ length: 1 + Math.floor(random() * 8) }, () => pool[Math.floor(random() * 10)]).join(' ')
    const texts = new SimilarTexts()
    for (let at = 0; at < 200; at += 1) texts.add({ id: `${at}`, title: some(), body: some() })
    for (let round = 0; round < 100; round += 1)
      for (const { score } of texts.like({ title: some(), body: some() }, { threshold: 0, most: 20 })) {
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
      }
  })

  test('leaves out what it is told to, and what was removed', () => {
    const texts = new SimilarTexts()
    for (const one of documents) texts.add(one)
    expect(texts.like(documents[0]!, { except: new Set(['0']) }).map((one) => one.id)).not.toContain('0')
    texts.remove('0')
    expect(texts.like(documents[0]!).map((one) => one.id)).not.toContain('0')
    expect(texts.size).toBe(3)
  })

  test('a name of the language is a word like any other', () => {
    const texts = new SimilarTexts()
    texts.add({ id: '__proto__', title: 'constructor toString', body: '' })
    expect(texts.like({ title: 'constructor', body: '' })[0]!.id).toBe('__proto__')
  })
})
