import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../kernel/config.ts'
import { contract } from '../kernel/contract.ts'
import { defineModule } from '../kernel/module.ts'
import { openApp } from './open.ts'

const refusing = (step: 'start' | 'ready') =>
  defineModule(
    contract('probe', {}),
    {},
    {
      [step]: async () => {
        throw new Error(`No ${step} today.`)
      },
    },
  )

test.each(['start', 'ready'] as const)(
  'nothing is left running when a module fails at its %s',
  async (step) => {
    const folder = mkdtempSync(join(tmpdir(), 'fullscore-open-'))
    const config = readConfig({ FULLSCORE_DATA: folder, LOG_LEVEL: 'silent', PORT: '0' })
    await expect(openApp(config, { modules: [refusing(step)] })).rejects.toThrow(`No ${step} today.`)
    expect(existsSync(join(folder, 'records', 'PG_VERSION'))).toBe(true)
    expect(existsSync(join(folder, 'records', 'postmaster.pid'))).toBe(false)
    rmSync(folder, { recursive: true, force: true })
  },
)
