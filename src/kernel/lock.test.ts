import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { holderOf, takeLock } from './lock.ts'

let root: string
let folder: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'fullscore-lock-'))
})
beforeEach(() => {
  folder = mkdtempSync(join(root, 'data-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const asked = { started: '2026-01-01T00:00:00Z', secret: 's' }
const file = () => join(folder, 'fullscore.lock')
const nobody = 2 ** 22 - 1

test('a folder is held once, and free again when let go', () => {
  const lock = takeLock(folder, asked)
  expect(() => takeLock(folder, asked)).toThrow(`in use by process ${process.pid}`)
  lock.update('http://127.0.0.1:4400')
  expect(holderOf(folder)).toMatchObject({ pid: process.pid, url: 'http://127.0.0.1:4400' })
  lock.release()
  expect(holderOf(folder)).toBeUndefined()
  takeLock(folder, asked).release()
})

test('a process of somebody else is alive, though it may not be asked', () => {
  const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error('not yours'), { code: 'EPERM' })
  })
  takeLock(folder, asked)
  expect(holderOf(folder)).toMatchObject({ pid: process.pid })
  kill.mockRestore()
})

test('of two that find the lock of a dead process at once, the slower leaves the faster one’s in its place', () => {
  takeLock(folder, asked)
  const faster = readFileSync(file(), 'utf8')
  writeFileSync(file(), JSON.stringify({ ...asked, pid: nobody, boot: '1' }))
  const kill = vi.spyOn(process, 'kill').mockImplementation((pid) => {
    if (pid !== nobody) return true
    writeFileSync(file(), faster)
    throw Object.assign(new Error('gone'), { code: 'ESRCH' })
  })
  expect(() => takeLock(folder, asked)).toThrow(`in use by process ${process.pid}`)
  kill.mockRestore()
  expect(readdirSync(folder)).toEqual(['fullscore.lock'])
  expect(readFileSync(file(), 'utf8')).toBe(faster)
})

test('a lock that is just being written is held, and an old one that cannot be read is not', () => {
  writeFileSync(file(), '')
  expect(() => takeLock(folder, asked)).toThrow('in use by another process')
  utimesSync(file(), new Date(0), new Date(0))
  takeLock(folder, asked).release()
})
