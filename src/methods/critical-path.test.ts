import { expect, test } from 'vitest'
import { circleIn, countBack, countForward, criticalPath, moveOf, type Step } from './critical-path.ts'
import { addDays } from './days.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts'

const free = new Set(['2026-05-25'])
const none = new Set<string>()

test.each([
  ['2026-05-22', 1, '2026-05-26'],
  ['2026-05-26', -1, '2026-05-22'],
  ['2026-05-23', 0, '2026-05-22'],
  ['2026-05-25', 0, '2026-05-22'],
  ['2026-05-20', 0, '2026-05-20'],
  ['2026-05-20', 5, '2026-05-28'],
])('%s and %i working days is %s, Whit Monday being free', (day, count, reached) => {
  expect(addWorkingDays(day, count, free)).toBe(reached)
})

test('working days between two days count the last one and turn their sign', () => {
  expect(workingDaysBetween('2026-05-22', '2026-05-29', free)).toBe(4)
  expect(workingDaysBetween('2026-05-29', '2026-05-22', free)).toBe(-4)
  expect(isWorkingDay('2026-05-25', free)).toBe(false)
  expect(() => addWorkingDays('2026-02-30', 1, none)).toThrow(RangeError)
})

/** Worked by hand: the longest chain is A, B, D, G with 3 + 4 + 5 + 3 = 15 days; C, F could wait 5 days and E 6. */
const steps: Step[] = [
  { id: 'A', days: 3, after: [] },
  { id: 'B', days: 4, after: ['A'] },
  { id: 'C', days: 2, after: ['A'] },
  { id: 'D', days: 5, after: ['B'] },
  { id: 'E', days: 1, after: ['C'] },
  { id: 'F', days: 2, after: ['C'] },
  { id: 'G', days: 3, after: ['D', 'E', 'F'] },
]

test('both passes agree on the length of the longest chain, which has no slack', () => {
  const finish = countForward(steps, { since: '2026-06-05', done: none, free: none })
  expect(workingDaysBetween('2026-06-05', finish.get('G')!, none)).toBe(15)
  const due = countBack(steps, finish.get('G')!, none)
  expect(due.get('A')).toBe(finish.get('A'))
  const slackOf = (id: string) => workingDaysBetween(finish.get(id)!, due.get(id)!, none)
  expect(['A', 'B', 'C', 'D', 'E', 'F', 'G'].map(slackOf)).toEqual([0, 0, 5, 0, 6, 5, 0])
  expect(criticalPath(steps, { due, finish, done: none, free: none })).toEqual(['A', 'B', 'D', 'G'])
})

test('what is done takes no more days, so the chain gets shorter', () => {
  const done = new Set(['A', 'B'])
  const finish = countForward(steps, { since: '2026-06-05', done, free: none })
  expect(workingDaysBetween('2026-06-05', finish.get('G')!, none)).toBe(8)
})

test('sixty steps that each come after all before them are moved at once', () => {
  const all = Array.from({ length: 60 }, (_, at) => ({
    ...{ id: `s${at}`, days: 1, due: addWorkingDays('2026-06-05', at + 1, none), isDone: false },
    after: Array.from({ length: at }, (_one, before) => `s${before}`),
  }))
  const moved = moveOf(all, 's0', addWorkingDays('2026-06-05', 3, none), none)
  expect(moved.size).toBe(60)
  expect(moved.get('s59')).toBe(addWorkingDays('2026-06-05', 62, none))
})

test('a circle is named in the order in which it goes round', () => {
  const round = [...steps, { id: 'H', days: 1, after: ['J'] }, { id: 'J', days: 1, after: ['H'] }]
  const found = circleIn(round)!
  expect(found[0]).toBe(found.at(-1))
  expect(new Set(found)).toEqual(new Set(['H', 'J']))
  expect(circleIn(steps)).toBeNull()
})

test('moving a step pushes what is behind it only as far as it has to, and pulls what is before it', () => {
  const dated = [
    { id: 'copy', days: 3, after: [], due: '2026-06-10', isDone: false },
    { id: 'print', days: 5, after: ['copy'], due: '2026-06-19', isDone: false },
    { id: 'post', days: 1, after: ['print'], due: '2026-06-22', isDone: false },
    { id: 'list', days: 2, after: [], due: '2026-06-12', isDone: false },
  ]
  expect([...moveOf(dated, 'copy', '2026-06-11', none)]).toEqual([['copy', '2026-06-11']])
  expect(Object.fromEntries(moveOf(dated, 'copy', '2026-06-15', none))).toEqual({
    copy: '2026-06-15',
    print: '2026-06-22',
    post: '2026-06-23',
  })
  expect(Object.fromEntries(moveOf(dated, 'print', '2026-06-15', none))).toEqual({
    copy: '2026-06-08',
    print: '2026-06-15',
  })
  const settled = dated.map((one) => (one.id === 'copy' ? { ...one, isDone: true } : one))
  expect(Object.fromEntries(moveOf(settled, 'print', '2026-06-15', none))).toEqual({ print: '2026-06-15' })
})

test('working days between two days are as many as one walks through, however far apart', () => {
  const free = new Set(['2026-12-24', '2026-12-25', '2026-12-26', '2027-01-01'])
  for (let from = '2026-12-14'; from < '2026-12-28'; from = addDays(from, 1)) {
    let walked = 0
    for (let to = from; to < '2027-01-20'; to = addDays(to, 1)) {
      if (to > from && isWorkingDay(to, free)) walked += 1
      expect(workingDaysBetween(from, to, free)).toBe(walked)
    }
  }
  expect(workingDaysBetween('2026-01-01', '9999-12-31', free)).toBe(2_080_313)
})
