import { spawnSync } from 'node:child_process'
import { packageRoot } from '../src/server/root.ts'
import { filled } from './figures.ts'
import { folder, say, seconds, timed, title } from './ground.ts'
import { build } from './server.ts'

/** `fullscore demo --size small` from the command to figures, then the same by its parts. */
export async function demo(): Promise<void> {
  build()
  title('The small demo company')
  const data = folder('demo')
  const { ms, out } = await timed(() =>
    spawnSync(process.execPath, ['bin/fullscore.js', 'demo', '--size', 'small', '--data', data], {
      cwd: packageRoot,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, LOG_LEVEL: 'error' },
    }),
  )
  if (out.status !== 0) throw new Error('The demo could not be filled.')
  say('fullscore demo --size small, to ready', seconds(ms), '< 20 s')
  folder('demo-small')
  folder('data-small')
  await filled('small')
}
