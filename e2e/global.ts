import { execFileSync } from 'node:child_process'
import { packageRoot } from '../src/server/root.ts'

/** The tests of this folder run what people run: the built program. */
export default function setup(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: packageRoot, stdio: 'inherit' })
}
