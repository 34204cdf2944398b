import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, fullscore, type Run, start } from './program.ts'

let data: ReturnType<typeof dataFolder>
let files: ReturnType<typeof dataFolder>
const file = (name: string, lines: string[]): string => {
  const path = join(files.path, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}
const run = (...args: string[]): Promise<Run> => fullscore([...args, '--data', data.path])

/** People of our own making, headed as a CRM's contact export. */
const contacts = () =>
  file('contacts.csv', [
    'Record ID,First Name,Last Name,Email,Create Date,Lifecycle Stage',
    '1,Ada,Bright,ada@north.example,2025-03-01 09:30,lead',
    '2,Ben,Carver,ben@north.example,2025-03-02 10:00,lead',
    '3,Cho,Dunn,cho@north.example,2025-04-11 16:20,lead',
  ])

beforeAll(() => {
  data = dataFolder()
  files = dataFolder()
})
afterAll(() => {
  data.remove()
  files.remove()
})

test('the help lists the commands whose names stay', async () => {
  const { code, stdout } = await run('--help')
  expect(code).toBe(0)
  for (const name of [
    'start',
    'import',
    'undo',
    'query',
    'explain',
    'forecast',
    'compare',
    'demo',
    'backup',
    'restore',
    'doctor',
  ])
    expect(stdout).toMatch(new RegExp(`^  ${name}\\b`, 'm'))
  expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('a first import on an empty folder needs neither server nor browser', async () => {
  const { code, stdout, stderr } = await run('import', contacts(), '--json')
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(JSON.parse(stdout).imports).toMatchObject([{ status: 'landed', counts: { new: 3, rejected: 0 } }])
})

test('a query prints rows as one JSON document, and as a table for people', async () => {
  const asked = await run('query', '--metrics', 'leads', '--grain', 'month', '--json')
  expect(JSON.parse(asked.stdout)).toEqual({
    rows: [
      { month: '2025-03', leads: 2 },
      { month: '2025-04', leads: 1 },
    ],
    notes: ['Rows without a date are left out of a period.'],
  })
  expect((await run('query', '--metrics', 'leads')).stdout).toBe('leads\n─────\n    3\n')
})

test('a query makes a file of its rows, and says what a file cannot be', async () => {
  const asked = ['query', '--metrics', 'leads,won_value', '--grain', 'month']
  expect((await run(...asked, '--format', 'csv')).stdout).toBe(
    'month,leads,won_value,won_value_currency\r\n2025-03,2,0,USD\r\n2025-04,1,0,USD\r\n',
  )
  const path = join(files.path, 'leads.xlsx')
  expect(await run(...asked, '--output', path)).toMatchObject({ code: 0, stdout: '' })
  const { sheets } = await readXlsx(readFileSync(path))
  expect(sheets[0]?.rows[1]).toEqual(['2025-03', 2, 0, 'USD'])
  for (const wrong of [
    ['--format', 'pdf'],
    ['--output', 'leads.doc'],
    ['--format', 'csv', '--json'],
  ])
    expect((await run(...asked, ...wrong)).code).toBe(2)
})

test('a figure is explained down to the import it came with', async () => {
  const { stdout } = await run('explain', 'leads', '--json')
  expect(JSON.parse(stdout)).toMatchObject({ value: 3, imports: [{ file: 'contacts.csv', rows: 3 }] })
})

test('a file that leaves something to settle ends with 2, says what, and changes no figure', async () => {
  const odd = file('odd.csv', ['alpha,beta', '1,2'])
  const { code, stdout, stderr } = await run('import', odd, '--json')
  expect(code).toBe(2)
  expect(stdout).toBe('')
  expect(JSON.parse(stderr)).toMatchObject({ code: 'invalid', fields: [{ field: 'odd.csv' }] })
})

test('what is mistyped is said in a sentence, with 2', async () => {
  const wrong = await run('query', '--metrics', 'nonsense', '--json')
  expect(wrong.code).toBe(2)
  expect(JSON.parse(wrong.stderr).detail).toContain('There is no metric “nonsense”')
  expect((await run('inport')).stderr).toContain('There is no command inport')
  expect((await run('import', 'no-such-file.csv')).stderr).toContain('There is no file no-such-file.csv')
  expect((await run('query', '--metrcs', 'leads')).code).toBe(2)
})

test('attribution prints what the rows add up to, and says how many channels the Shapley check takes', async () => {
  const path = Array.from({ length: 21 }, (_, at) => `Channel ${at}`).join(' > ')
  const journeys = file('journeys.csv', ['path,conversions,value,nulls', `"${path}",42,4200,3`])
  const folder = ['--data', join(files.path, 'journeys')]
  expect((await fullscore(['import', journeys, ...folder])).code).toBe(0)
  const told = await fullscore(['attribution', '--model', 'shapley', ...folder])
  expect(told.stdout).toContain('42 conversions = 42 credited + 0 unattributed; value 4,200 = 4,200 credited')
  expect(told.stdout).toContain('21 channels: the simplified form of the Shapley value was used.')
  expect((await fullscore(['attribution', '--model', 'linear', ...folder])).stdout).not.toContain(
    'simplified',
  )
})

test('an undone import counts no more', async () => {
  const { imports } = JSON.parse((await run('import', contacts(), '--json')).stdout)
  expect(imports[0].status).toBe('already')
  const { items } = JSON.parse((await run('imports', 'list', '--status', 'landed', '--json')).stdout)
  const undone = await run('undo', items[0].id, '--json')
  expect(JSON.parse(undone.stdout)).toMatchObject({ status: 'undone' })
  expect(JSON.parse((await run('query', '--metrics', 'leads', '--json')).stdout).rows).toEqual([{ leads: 0 }])
})

test('with a server on the folder, commands go through it and are written down as such', async () => {
  const server = await start(data.path)
  try {
    expect((await run('import', contacts())).code).toBe(0)
    expect((await run('doctor')).stdout).toContain('All is well.')
    const feed = JSON.parse((await run('activity', 'feed', '--json')).stdout)
    expect(JSON.stringify(feed)).toContain('"via":"cli"')
    const archive = join(files.path, 'running.tar.gz')
    expect((await run('backup', archive)).stdout).toContain('proven by its hashes')
    expect((await run('backup', archive)).stderr).toContain('exists already')
    const fresh = await fullscore(['restore', archive, '--data', join(files.path, 'fresh'), '--json'])
    expect(JSON.parse(fresh.stdout).facts).toBeGreaterThan(0)
  } finally {
    await server.end()
  }
})
