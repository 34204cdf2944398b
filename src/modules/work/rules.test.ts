import { expect, test } from 'vitest'
import { conflictsOf, durationWords, feedOf, feedWords, minutesOf, spanOf, whenOf, wordsOf } from './rules.ts'

test('a time is read as people write it, and said back', () => {
  const cases: [string, number | null][] = [
    ['2', 120],
    ['1.5 h', 90],
    ['1,5h', 90],
    ['1 h 30 min', 90],
    ['45 min', 45],
    ['2 d', 960],
    ['', null],
  ]
  for (const [words, minutes] of cases) expect([words, minutesOf(words)]).toEqual([words, minutes])
  expect(() => minutesOf('soon')).toThrow('“soon” is no time')
  expect(() => minutesOf('-2')).toThrow('is no time')
  for (const minutes of [45, 60, 90, 960]) expect(minutesOf(durationWords(minutes))).toBe(minutes)
})

test('each role is shown what it acts on, and told what is left out', () => {
  const cases: [string[], string][] = [
    [['creator'], 'own'],
    [['finance'], 'own'],
    [[], 'own'],
    [['project-manager'], 'teams'],
    [['manager', 'creator'], 'teams'],
    [['cmo'], 'now'],
    [['creator', 'director'], 'now'],
  ]
  for (const [roles, feed] of cases) expect([roles, feedOf(roles)]).toEqual([roles, feed])
  expect(feedWords('own', false, 1)).toContain('1 other open item is left out')
  expect(feedWords('teams', false, 1200)).toContain('1,200 other open items are left out')
  expect(feedWords('now', false, 0)).toContain('leaves nothing out')
  expect(feedWords('now', true, 0)).toContain('every open item')
})

test('what presses comes up now, the rest by its day', () => {
  const [today, weekEnd] = ['2026-11-30', '2026-12-07']
  const item = { dueOn: null as string | null, priority: 'normal', relevance: 'ahead' }
  const cases: [Partial<typeof item>, string][] = [
    [{ dueOn: '2026-11-29' }, 'now'],
    [{ dueOn: '2026-11-30' }, 'now'],
    [{ dueOn: '2026-12-01' }, 'week'],
    [{ dueOn: '2026-12-07' }, 'week'],
    [{ dueOn: '2026-12-08' }, 'later'],
    [{ dueOn: '2026-12-08', priority: 'urgent' }, 'now'],
    [{ relevance: 'now' }, 'now'],
    [{}, 'later'],
  ]
  for (const [said, when] of cases)
    expect([said, whenOf({ ...item, ...said }, today, weekEnd)]).toEqual([said, when])
})

test('a title is alike by its words, not by its little ones', () => {
  expect(wordsOf('The landing page for the Landing of Q3')).toEqual(['landing', 'page'])
  expect(wordsOf('!!! … %_')).toEqual([])
  expect(
    wordsOf('a1b '.repeat(50) + Array.from({ length: 20 }, (_, n) => `word${n}`).join(' ')),
  ).toHaveLength(8)
})

test('what waits begins after what it waits for ends, or says so', () => {
  const item = (id: string, startsOn: string | null, dueOn: string | null, doneAt: string | null = null) => ({
    ...{ id, number: Number(id), startsOn, dueOn, doneAt },
  })
  const found = (other: ReturnType<typeof item>, waiting: ReturnType<typeof item>) =>
    conflictsOf([other, waiting], [{ id: '2', otherId: '1' }]).get('2') ?? null
  const film = item('1', '2026-03-02', '2026-03-10')
  expect(found(film, item('2', '2026-03-11', '2026-03-20'))).toBeNull()
  expect(found(film, item('2', '2026-03-10', '2026-03-20'))).toContain('W-2 begins on 2026-03-10, and W-1')
  expect(found(item('1', null, '2026-03-10'), item('2', null, '2026-03-09'))).toContain('ends on 2026-03-10')
  expect(found({ ...film, doneAt: '2026-03-01T10:00:00Z' }, item('2', '2026-03-03', null))).toBeNull()
  expect(found(item('1', null, null), item('2', '2026-03-03', null))).toBeNull()
  expect(spanOf({ startsOn: null, dueOn: '2026-03-10' })).toEqual(['2026-03-10', '2026-03-10'])
})
