import { expect, test } from 'vitest'
import { visible } from './visible.ts'

test.each([
  ['Paid\u202esocial', 'Paid social'],
  ['\u2066Mail\u2069', ' Mail '],
  ['bell\u0007\u001b[31m', 'bell [31m'],
  ['שלום, Ünïcode → 漢字', 'שלום, Ünïcode → 漢字'],
])('%j is printed as %j', (text, printed) => expect(visible(text)).toBe(printed))
