import { expect, test } from 'vitest'
import { toast } from './Toast.tsx'

test('the same bad news stands once; what was done is said each time', () => {
  const bad = { tone: 'bad' } as const
  expect(toast('Not possible', bad)).toBe(toast('Not possible', bad))
  expect(toast('Not possible', bad)).not.toBe(toast('Not allowed', bad))
  expect(toast('Moved')).not.toBe(toast('Moved'))
})
