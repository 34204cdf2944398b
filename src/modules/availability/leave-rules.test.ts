import { expect, test } from 'vitest'
import { overlaps, seesKind, whyNotDecide, whyNotSpan, whyNotWithdraw } from './rules.ts'

const days = (fromOn: string, toOn: string, startsHalf = false, endsHalf = false) => ({
  ...{ fromOn, toOn, startsHalf, endsHalf },
})
test.each([
  [days('2026-05-04', '2026-05-08'), days('2026-05-08', '2026-05-09'), true],
  [days('2026-05-04', '2026-05-08'), days('2026-05-09', '2026-05-09'), false],
  [days('2026-05-04', '2026-05-04', false, true), days('2026-05-04', '2026-05-04', true), false],
  [days('2026-05-04', '2026-05-08', false, true), days('2026-05-08', '2026-05-09', true), false],
  [days('2026-05-01', '2026-05-31'), days('2026-05-10', '2026-05-10', true), true],
])('%o and %o overlap: %s', (one, other, does) => {
  expect(overlaps(one, other)).toBe(does)
  expect(overlaps(other, one)).toBe(does)
})

const today = '2026-05-20'
test.each([
  [days('2026-06-05', '2026-06-01'), /lies before the first/],
  [days('2026-06-05', '2026-06-05', true, true), /takes no time/],
  [days('2026-06-05', '2030-06-05'), /1100 days at most/],
  [days('2020-06-05', '2020-06-06'), /days back/],
  [days('2035-06-05', '2035-06-06'), /days ahead/],
])('%o is refused: %s', (span, sentence) => {
  expect(whyNotSpan(span, today)).toMatch(sentence)
  expect(whyNotSpan(days('2026-06-01', '2026-06-05', true, true), today)).toBeNull()
})

const stranger = { isSelf: false, leads: false, manages: false, isLed: true }
test.each([
  [{ ...stranger, isSelf: true, manages: true }, /Somebody else decides about your own/],
  [stranger, /availability:manage/],
])('%o does not decide', (asker, sentence) => {
  expect(whyNotDecide(asker)).toMatch(sentence)
})

test('who leads decides, and with the right anybody but oneself', () => {
  expect(whyNotDecide({ ...stranger, leads: true })).toBeNull()
  expect(whyNotDecide({ ...stranger, manages: true })).toBeNull()
})

test.each([
  [{ ...stranger, isSelf: true }, true],
  [{ ...stranger, leads: true }, true],
  [{ ...stranger, manages: true }, false],
  [{ ...stranger, manages: true, isLed: false }, true],
  [{ ...stranger, isLed: false }, false],
])('%o is told why somebody is away: %s', (asker, isTold) => {
  expect(seesKind(asker)).toBe(isTold)
})

test('leave that is over is taken back by the manager only', () => {
  const over = { state: 'approved' as const, toOn: '2026-05-01' }
  expect(whyNotWithdraw(over, { ...stranger, isSelf: true }, today)).toMatch(/is over/)
  expect(whyNotWithdraw(over, { ...stranger, leads: true }, today)).toBeNull()
  expect(
    whyNotWithdraw({ state: 'declined', toOn: '2026-06-01' }, { ...stranger, isSelf: true }, today),
  ).toMatch(/declined already/)
})
