import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dataFolder, fullscore, type Run } from './program.ts'

let files: ReturnType<typeof dataFolder>
beforeAll(() => {
  files = dataFolder()
})
afterAll(() => files.remove())

const file = (name: string, lines: string[], pack = false): string => {
  const path = join(files.path, name)
  const text = `${lines.join('\n')}\n`
  writeFileSync(path, pack ? gzipSync(text) : text)
  return path
}
const run = (path: string, ...flags: string[]): Promise<Run> =>
  fullscore(['forecast', '--series', path, ...flags, '--data', '/nowhere/at/all'])

const season = [5, 8, 12, 9]
const steady = Array.from({ length: 24 }, (_, t) => `${season[t % 4]},${t + 1},Steady,x`)

test('a file is forecast by itself, its columns in any order, and what cannot be is listed with the reason', async () => {
  const path = file('all.csv.gz', ['value,t,series,note', ...steady, '1,1,Short,', '2,2,Short,'], true)
  const { code, stdout, stderr } = await run(path, '--period', '4', '--horizon', '2', '--json')
  expect(stderr).toBe('')
  expect(code).toBe(0)
  const { rows, refused } = JSON.parse(stdout)
  expect(rows.map(({ series, h }: { series: string; h: number }) => [series, h])).toEqual([
    ['Steady', 1],
    ['Steady', 2],
  ])
  expect(Object.keys(rows[0])).toEqual(['series', 'h', 'forecast', 'lo80', 'hi80', 'lo95', 'hi95'])
  expect(rows[0].forecast).toBeCloseTo(5, 6)
  expect(refused).toEqual([{ series: 'Short', reason: expect.stringContaining('at least 3 values') }])
})

test('rows are taken in the order of t, and a left out t refuses its series only', async () => {
  const path = file('mixed.csv', [
    'series,t,value',
    ...['3,30', '1,10', '2,20', '4,40'].map((row) => `A,${row}`),
    'B,1,1',
    'B,3,3',
  ])
  const { rows, refused } = JSON.parse((await run(path, '--horizon', '1', '--json')).stdout)
  expect(rows[0]).toMatchObject({ series: 'A', forecast: 40 })
  expect(refused[0].reason).toContain('t goes from 1 to 3')
})

test('an empty cell or a word refuses its series only, and few equal values claim no certainty', async () => {
  const lines = ['series,t,value', 'A,1,', 'A,2,3', 'B,1,7', 'B,2,7', 'B,3,7', 'B,4,7', 'C,1,x']
  const { rows, refused, notices } = JSON.parse(
    (await run(file('gaps.csv', lines), '--horizon', '1', '--json')).stdout,
  )
  expect(rows).toMatchObject([{ series: 'B', forecast: 7 }])
  expect(refused).toMatchObject([
    { series: 'A', reason: expect.stringContaining('row 2, column value: the cell is empty') },
    { series: 'C', reason: expect.stringContaining('“x” is not a number') },
  ])
  expect(notices).toEqual([{ series: 'B', says: expect.stringContaining('That is not certainty') }])
})

test.each([
  ['a row of no series', ['series,t,value', ',1,1'], 'row 2, column series: the cell is empty'],
  ['a missing column', ['series,when,value', 'A,1,1'], 'row 1: the column “t” is missing'],
  ['t twice', ['series,t,value', 'A,1,1', 'A,1,2'], 'row 3, column t: “1” is there twice'],
  ['an open quotation mark', ['series,t,value', '"A,1,1'], 'row 2, column 1'],
])('%s ends with 2 and a sentence that says where', async (_, lines, words) => {
  const { code, stdout, stderr } = await run(file('bad.csv', lines))
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(words)
})
