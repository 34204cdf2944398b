import { expect, test } from 'vitest'
import { isOwnPath } from './own-path.ts'

test.each([
  ['/', true],
  ['/funnel?by=origin', true],
  ['//evil.example', false],
  ['/\\evil.example', false],
  ['https://evil.example', false],
  ['javascript:alert(1)', false],
  ['/\t/evil.example', false],
  ['', false],
])('after signing in, %j is gone to: %s', (path, isGoneTo) => {
  expect(isOwnPath(path)).toBe(isGoneTo)
})
