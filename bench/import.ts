import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { folder, inChild, median, megabytes, memory, say, seconds, timed, times, title } from './ground.ts'
import type { Landed } from './product.ts'

type Child = Landed & { peak: number }
const rounds = 3

/** Import of a touch CSV against DuckDB’s own reading of the same file. */
export async function importing(flags: Set<string>): Promise<void> {
  const million = await against(1_000_000, rounds)
  if (!flags.has('--large')) return
  const ten = await against(10_000_000, 1)
  title('Import, ten times the rows')
  say('raw to unified, time for 10 M ÷ time for 1 M', times(ten.unified / million.unified), '10 × or less')
  say('with marts, time for 10 M ÷ time for 1 M', times(ten.all / million.all), '10 × or less')
}

async function against(rows: number, many: number): Promise<{ unified: number; all: number }> {
  title(`Import of a touch CSV of ${rows.toLocaleString('en')} rows`)
  const files = folder('touches')
  const file = join(files, 'touches.csv')
  const example = join(files, 'example.csv')
  await writeTouches(file, rows)
  await writeTouches(example, 200)
  const base: { ms: number; cpu: number }[] = []
  const ours: Child[] = []
  for (let round = 0; round < many; round += 1) {
    base.push(await baseline(file))
    ours.push(await inChild<Child>('landing.ts', [folder('data'), example, file]))
  }
  rmSync(files, { recursive: true, force: true })
  const read = median(base.map((one) => one.ms))
  const readCpu = median(base.map((one) => one.cpu))
  const cpuUnified = median(ours.map((one) => one.cpu.unified))
  const cpuAll = median(ours.map((one) => one.cpu.unified + one.cpu.marts))
  const unified = median(ours.map((one) => one.inspect + one.land))
  const all = median(ours.map((one) => one.inspect + one.land + one.marts))
  say('DuckDB: create table as select * from read_csv', seconds(read))
  say('ours: upload and inspection', seconds(median(ours.map((one) => one.inspect))))
  say('ours: landing', seconds(median(ours.map((one) => one.land))))
  say('ours: marts', seconds(median(ours.map((one) => one.marts))))
  say('raw to unified ÷ DuckDB', times(unified / read), '≤ 2.5 ×')
  say('with marts ÷ DuckDB', times(all / read), '≤ 4 ×')
  say('raw to unified ÷ DuckDB, processor time', times(cpuUnified / readCpu))
  say('with marts ÷ DuckDB, processor time', times(cpuAll / readCpu))
  say('rows a second, with marts', Math.round((ours[0]!.rows / all) * 1000).toLocaleString('en'))
  say('peak memory of the process', megabytes(Math.max(...ours.map((one) => one.peak))), '< 1500 MB')
  return { unified, all }
}

async function baseline(file: string): Promise<{ ms: number; cpu: number }> {
  const instance = await DuckDBInstance.create(join(folder('baseline'), 'plain.duckdb'), {
    memory_limit: memory,
  })
  const connection = await instance.connect()
  const { ms, cpu } = await timed(() => connection.run(`create table t as select * from read_csv('${file}')`))
  connection.closeSync()
  instance.closeSync()
  return { ms, cpu }
}

const kinds = ['visit', 'form', 'email_open', 'email_click', 'webinar', 'ad_click']
const channels = ['Organic search', 'Paid search', 'Email', 'LinkedIn', 'Direct', 'Referral', 'Webinar']

/** Touches over three years of a tenth as many people; the same rows every time. */
async function writeTouches(file: string, rows: number): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: memory })
  const connection = await instance.connect()
  const pick = (list: string[], salt: number) =>
    `(['${list.join("', '")}'])[1 + (hash(i, ${salt}) % ${list.length})::integer]`
  await connection.run(`copy (
    select 'person' || (hash(i, 1) % ${Math.ceil(rows / 10)}) || '@company' || (hash(i, 1) % 997) || '.example' as email,
      strftime(timestamp '2023-01-01' + to_seconds((hash(i, 2) % 94608000)::bigint), '%Y-%m-%d %H:%M:%S') as time,
      ${pick(channels, 3)} as channel, 'Campaign ' || (hash(i, 4) % 240) as campaign, ${pick(kinds, 5)} as kind,
      'https://www.company.example/pages/' || (hash(i, 6) % 5000) as url
    from range(${rows}) r(i)) to '${file}' (format csv, header true)`)
  connection.closeSync()
  instance.closeSync()
}
