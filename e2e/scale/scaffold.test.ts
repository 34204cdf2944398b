import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageRoot } from '../../src/server/root.ts'

const copied = [
  'src',
  'migrations',
  'scripts',
  'bench',
  'e2e',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'vitest.config.ts',
  'biome.json',
]

let copy: string
const node = (script: string, ...args: string[]) =>
  execFileSync(process.execPath, [script, ...args], { cwd: copy, encoding: 'utf8', stdio: 'pipe' })

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'fullscore-scaffold-'))
  for (const name of copied)
    if (existsSync(join(packageRoot, name)))
      cpSync(join(packageRoot, name), join(copy, name), { recursive: true })
  symlinkSync(realpathSync(join(packageRoot, 'node_modules')), join(copy, 'node_modules'))
  node('scripts/new.mjs', 'module', 'vendor-notes')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test('a module made by the scaffold has the whole anatomy and fits the types', () => {
  for (const file of ['README.md', 'contract.ts', 'rules.ts', 'server/index.ts', 'web/VendorNotesPage.tsx'])
    expect(existsSync(join(copy, 'src/modules/vendor-notes', file)), file).toBe(true)
  expect(readFileSync(join(copy, 'src/modules/order.ts'), 'utf8')).toContain('vendorNotesModule')
  node('node_modules/typescript/bin/tsc', '--noEmit')
})

test('its tests and the architecture pass', () => {
  const said = node(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'unit',
    'src/modules/vendor-notes',
    'src/architecture.test.ts',
  )
  expect(said).toMatch(/Tests.*passed/)
})

test('a name that is taken or no name is refused in a sentence', () => {
  expect(() => node('scripts/new.mjs', 'module', 'vendor-notes')).toThrow('is there already')
  expect(() => node('scripts/new.mjs', 'module', '../up')).toThrow('Say what to make')
})
