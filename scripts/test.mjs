import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { installMissing } from './install.mjs'
import { root } from './root.mjs'

installMissing({ dev: true })
const { chromium } = await import('./chromium.mjs')
const browser = await chromium()
if (!browser) console.error('There is no Chromium and none could be installed: the browser tests will fail.')

const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []
const env = { ...process.env, ...(browser ? { FULLSCORE_CHROMIUM: browser } : {}) }
const answers = join(root, 'dist/tests')
rmSync(answers, { recursive: true, force: true })
mkdirSync(answers, { recursive: true })

const only = process.argv[2]
if (only) suite(only)
else {
  check('types', ['typescript/bin/tsc', '--noEmit'])
  check('lint', ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'])
  check('dead code', ['knip/bin/knip.js'])
  suite('unit')
  suite('browser')
}

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((one) => `  ${one}`).join('\n')}`)
const skipped = total.skipped ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 ? 1 : 0

/** A check counts as one. */
function check(name, [script, ...args]) {
  console.log(`\n— ${name}`)
  const { status } = node(script, args)
  total[status === 0 ? 'passed' : 'failed'] += 1
  if (status === 0) console.log('in order')
  else failures.push(name)
}

/** A suite counts its tests; one that broke before it could count is a failure. */
function suite(name) {
  console.log(`\n— ${name}`)
  const file = join(answers, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { status } = node('vitest/vitest.mjs', ['run', '--project', name, ...reporters])
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
  if (!counts) {
    total.failed += 1
    failures.push(`${name}: broke off before it could count`)
    return
  }
  total.passed += counts.numPassedTests
  total.skipped += counts.numPendingTests + counts.numTodoTests
  const failed = failedIn(counts)
  if (status !== 0 && failed.length === 0) failed.push(`${name}: ended with status ${status}`)
  total.failed += failed.length
  failures.push(...failed)
}

/** Each failed test, and each file that broke before its tests. */
function failedIn({ testResults }) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(root, name)
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (failed.length > 0) return failed.map((one) => `${file}: ${one.fullName}`)
    return status === 'failed' ? [`${file}: broke outside its tests`] : []
  })
}

function node(script, args) {
  const path = join(root, 'node_modules', script)
  return spawnSync(process.execPath, [path, ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
}
