import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packageRoot } from '../src/server/root.ts'

/** The tests of this folder run what people run: the built program. */
export default function setup(): () => void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: packageRoot, stdio: 'inherit' })
  const demo = mkdtempSync(join(tmpdir(), 'fullscore-demo-'))
  process.env.FULLSCORE_TEST_DEMO = demo
  return () => rmSync(demo, { recursive: true, force: true })
}
