import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'

export type Row = Record<string, unknown>
export type Params = Record<string, DuckDBValue> | DuckDBValue[]

export type WarehouseOptions = {
  /** Path of the database file, or ':memory:'. */
  path: string
  /** DuckDB memory limit, e.g. '1GB'. */
  memory?: string
  threads?: number
  /** Folder for spilling; beside the file when left out. */
  spill?: string
}

/**
 * The one owner of the DuckDB file: one connection that writes, a few that read.
 * Values come back as plain JavaScript: bigint within the safe range and decimals as numbers only where asked by SQL;
 * dates and timestamps as ISO text (see `plain`).
 */
export class Warehouse {
  #readers: DuckDBConnection[] = []
  #writing: Promise<unknown> = Promise.resolve()

  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly writer: DuckDBConnection,
    readonly path: string,
  ) {}

  static async open({ path, memory = '1GB', threads, spill }: WarehouseOptions): Promise<Warehouse> {
    const config: Record<string, string> = {
      memory_limit: memory,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    }
    if (threads) config.threads = String(threads)
    if (spill) config.temp_directory = spill
    const instance = await DuckDBInstance.create(path, config)
    const writer = await instance.connect()
    await writer.run(`set TimeZone = 'UTC'`)
    return new Warehouse(instance, writer, path)
  }

  /** Run a read on a pooled connection; rows as plain objects. */
  async query<T extends Row = Row>(sql: string, params?: Params): Promise<T[]> {
    return this.#read(async (connection) => {
      const reader = await connection.runAndReadAll(sql, params as DuckDBValue[])
      return reader.getRowObjectsJS().map((row) => plain(row)) as T[]
    })
  }

  /** The same by column, for many rows that are worked through in JavaScript. */
  async columns(sql: string, params?: Params): Promise<unknown[][]> {
    return this.#read(async (connection) =>
      (await connection.runAndReadAll(sql, params as DuckDBValue[])).getColumnsJS(),
    )
  }

  /** Run writes one after another on the single writing connection, in one transaction. */
  async write<T>(work: (db: Writer) => Promise<T>): Promise<T> {
    const turn = this.#writing.then(() => this.#transaction(work))
    this.#writing = turn.catch(() => undefined)
    return turn
  }

  /** Flush the write-ahead log into the file. */
  async checkpoint(): Promise<void> {
    const turn = this.#writing.then(() => this.writer.run('checkpoint'))
    this.#writing = turn.catch(() => undefined)
    await turn
  }

  async close(): Promise<void> {
    await this.#writing.catch(() => undefined)
    for (const reader of this.#readers) reader.closeSync()
    this.writer.closeSync()
    this.instance.closeSync()
  }

  async #read<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const connection = this.#readers.pop() ?? (await this.#connect())
    try {
      return await work(connection)
    } finally {
      this.#readers.push(connection)
    }
  }

  async #connect(): Promise<DuckDBConnection> {
    const connection = await this.instance.connect()
    await connection.run(`set TimeZone = 'UTC'`)
    return connection
  }

  async #transaction<T>(work: (db: Writer) => Promise<T>): Promise<T> {
    await this.writer.run('begin transaction')
    try {
      const result = await work(new Writer(this.writer))
      await this.writer.run('commit')
      return result
    } catch (error) {
      await this.writer.run('rollback').catch(() => undefined)
      throw error
    }
  }
}

/** The writing connection inside a transaction. */
export class Writer {
  constructor(private readonly connection: DuckDBConnection) {}

  async run(sql: string, params?: Params): Promise<number> {
    const result = await this.connection.run(sql, params as DuckDBValue[])
    return result.rowsChanged
  }

  /** Append many rows of text to a table of VARCHAR columns, far faster than INSERT. */
  async append(schema: string, table: string, rows: Iterable<readonly string[]>): Promise<void> {
    const appender = await this.connection.createAppender(table, schema)
    for (const row of rows) {
      for (const cell of row) appender.appendVarchar(cell)
      appender.endRow()
    }
    appender.closeSync()
  }

  async columns(sql: string, params?: Params): Promise<unknown[][]> {
    return (await this.connection.runAndReadAll(sql, params as DuckDBValue[])).getColumnsJS()
  }

  async query<T extends Row = Row>(sql: string, params?: Params): Promise<T[]> {
    const reader = await this.connection.runAndReadAll(sql, params as DuckDBValue[])
    return reader.getRowObjectsJS().map((row) => plain(row)) as T[]
  }
}

function plain(row: Record<string, unknown>): Row {
  const out: Row = {}
  for (const [name, value] of Object.entries(row)) out[name] = plainValue(value)
  return out
}

function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plainValue)
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return plain(value as Record<string, unknown>)
  return value
}
