import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

const usual = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where a Chromium for the browser tests is; installs one when there is none. */
export async function chromium() {
  const { chromium: own } = await import('playwright-core')
  const found = () =>
    [process.env.FULLSCORE_CHROMIUM, ...usual, own.executablePath()].find((path) => path && existsSync(path))
  if (found()) return found()
  console.error('Installing Chromium for the browser tests …')
  if (isDebianRoot()) {
    run('apt-get', ['update'])
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  }
  if (!found()) run('npx', ['playwright-core', 'install', 'chromium'])
  return found()
}

const isDebianRoot = () =>
  process.getuid?.() === 0 &&
  existsSync('/etc/os-release') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))

const run = (command, args) => spawnSync(command, args, { stdio: ['ignore', 2, 2] })
