import { expect, test } from 'vitest'
import type { Role } from './contract.ts'
import {
  type Figures,
  figuresDoubt,
  isSigned,
  settingsDoubt,
  signedWords,
  usedBy,
  whyNotPropose,
  whyNotSign,
  whyNotWithdraw,
} from './rules.ts'

const sales: Role = 'sales-operations'
const finance: Role = 'finance'
const signature = (role: Role, personId: string) => ({ role, personId })
const open = { state: 'open' as const, settingsVersion: 3, signatures: [] }
const sam = { personId: 'sam', roles: [sales] }
const both = { personId: 'bo', roles: [sales, finance] }

test.each([
  ['who is of a role signs', open, sam, 3, null],
  ['nobody without a role signs', open, { personId: 'ana', roles: ['director'] }, 3, /^Only people of Sales/],
  ['nobody signs without a name', open, { personId: undefined, roles: [] }, 3, /^A signature is a person’s/],
  ['nobody signs twice', { ...open, signatures: [signature(sales, 'bo')] }, both, 3, /somebody else’s/],
  ['a role signs once', { ...open, signatures: [signature(sales, 'ada')] }, sam, 3, /waits for the other/],
  ['nothing is signed on old settings', open, sam, 4, /version 3, now 4\. Withdraw it/],
  ['what is signed is locked', { ...open, state: 'signed' as const }, sam, 3, /it is locked/],
  ['what is withdrawn is over', { ...open, state: 'withdrawn' as const }, sam, 3, /It is withdrawn/],
])('%s', (_, one, who, now, says) => {
  const found = whyNotSign(one, who, now)
  if (says === null) expect(found).toBeNull()
  else expect(found).toMatch(says)
})

test('nobody makes it signed alone, whichever roles they have', () => {
  expect(isSigned([signature(sales, 'bo')])).toBe(false)
  expect(isSigned([signature(sales, 'bo'), signature(finance, 'bo')])).toBe(false)
  expect(isSigned([signature(sales, 'bo'), signature(finance, 'fay')])).toBe(true)
})

test('a signed one is locked; only the same days can supersede it', () => {
  expect(whyNotWithdraw('open')).toBeNull()
  expect(whyNotWithdraw('signed')).toMatch(/locked\. Propose the same days anew/)
  const q3 = { from: '2026-07-01', to: '2026-09-30', label: 'FY2026 Q3' }
  expect(whyNotPropose(q3, [{ ...q3, state: 'signed' }])).toBeNull()
  expect(whyNotPropose(q3, [{ ...q3, state: 'open' }])).toMatch(/^FY2026 Q3 is proposed already/)
  const august = { from: '2026-08-01', to: '2026-08-31' }
  expect(whyNotPropose(august, [{ ...q3, state: 'signed' }])).toMatch(/exactly 2026-07-01 to 2026-09-30/)
  expect(whyNotPropose({ from: '2026-02-01', to: '2026-01-01' }, [])).toMatch(/is before the first day/)
})

test.each([
  ['attributed_value_w', 'same'],
  ['attributed_won_w', 'same'],
  ['attributed_value_first', 'other'],
  ['cost', 'same'],
  ['cost_per_sale', 'same'],
  ['cohort_cost_per_opportunity', 'same'],
  ['roi', 'same'],
  ['cohort_roi', 'same'],
  ['media_cost', 'other'],
  ['media_cost_per_customer', 'other'],
  ['romi', 'other'],
  ['cost_per_conversion', null],
  ['won_value', null],
  ['leads', null],
])('%s and a signature of W, fully loaded: %s', (metric, uses) => {
  expect(usedBy(metric, { model: 'w', costs: 'full' })).toBe(uses)
})

test('what has changed since is said with what it was and what it is', () => {
  const one = { state: 'signed' as const, settingsVersion: 3 }
  expect(settingsDoubt(one, 3)).toBeNull()
  expect(settingsDoubt(one, 4)).toBe('Signed on other settings: version 3, now 4.')
  const search = { channel: 'Paid search', value: 300, cost: 50 }
  const then: Figures = { currency: 'EUR', value: 900, sales: 3, cost: 100, channels: [search] }
  expect(figuresDoubt(one, then, { ...then, value: 900.001 })).toBeNull()
  expect(figuresDoubt(one, then, { ...then, cost: 150, sales: 4 })).toBe(
    'Signed on other figures: sales 3, now 4; cost 100 EUR, now 150 EUR.',
  )
  expect(figuresDoubt({ state: 'open' }, then, { ...then, channels: [{ ...search, value: 250 }] })).toBe(
    'Proposed on other figures: credit moved between channels, most for Paid search: 300 EUR, now 250 EUR.',
  )
  expect(figuresDoubt(one, then, { ...then, cost: null })).toBe(
    'Signed on other figures: cost 100 EUR, now n/a.',
  )
})

test('a signature reads as one sentence', () => {
  const by = (name: string, roleTitle: string) => ({ by: { name }, roleTitle })
  const about = { period: { label: 'FY2026 Q3' }, terms: 'W, fully loaded' }
  const leila = by('Leila', 'Sales operations')
  expect(signedWords({ ...about, signatures: [leila, by('Gareth', 'Finance')], waitsFor: [] })).toBe(
    'Signed by Leila (Sales operations) and Gareth (Finance) for FY2026 Q3: W, fully loaded.',
  )
  expect(signedWords({ ...about, signatures: [leila], waitsFor: [{ title: 'Finance' }] })).toBe(
    'Signed by Leila (Sales operations) for FY2026 Q3: W, fully loaded. It waits for Finance.',
  )
})
