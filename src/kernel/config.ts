import { resolve } from 'node:path'
import { z } from 'zod'

const schema = z.object({
  FULLSCORE_DATA: z.string().default('./data'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4400),
  HOST: z.string().default('127.0.0.1'),
  FULLSCORE_URL: z.url().optional(),
  DATABASE_URL: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default('Fullscore <fullscore@localhost>'),
  FULLSCORE_WAREHOUSE_MEMORY: z.string().default('1GB'),
  FULLSCORE_WRITES_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  FULLSCORE_FILE_MB: z.coerce.number().min(0.001).max(100_000).default(100),
  FULLSCORE_FILES_GB: z.coerce.number().min(0.000001).max(1_000_000).default(20),
})

export type Config = {
  dataDir: string
  port: number
  host: string
  /** Where people reach the app; links in invitations begin with it. */
  publicUrl: string
  /** Fullscore itself speaks no TLS: where people reach it by https, a proxy stands before it. */
  isBehindProxy: boolean
  databaseUrl?: string
  logLevel: string
  smtpUrl?: string
  mailFrom: string
  warehouseMemory: string
  /** Most changes one caller may ask for in a minute; a third of it at once. */
  writesPerMinute: number
  /** Most bytes of one file that is attached to a record, and of all of them together. */
  fileBytes: number
  filesBytes: number
}

/** Read the settings from the environment; flags of a command come first. */
export function readConfig(env: NodeJS.ProcessEnv, flags: { data?: string; port?: number } = {}): Config {
  const read = schema.parse(env)
  const port = flags.port ?? read.PORT
  return {
    dataDir: resolve(flags.data ?? read.FULLSCORE_DATA),
    port,
    host: read.HOST,
    publicUrl: read.FULLSCORE_URL ?? `http://localhost:${port}`,
    isBehindProxy: read.FULLSCORE_URL?.startsWith('https:') ?? false,
    ...(read.DATABASE_URL ? { databaseUrl: read.DATABASE_URL } : {}),
    logLevel: read.LOG_LEVEL,
    ...(read.SMTP_URL ? { smtpUrl: read.SMTP_URL } : {}),
    mailFrom: read.MAIL_FROM,
    warehouseMemory: read.FULLSCORE_WAREHOUSE_MEMORY,
    writesPerMinute: read.FULLSCORE_WRITES_PER_MINUTE,
    fileBytes: Math.round(read.FULLSCORE_FILE_MB * 1_000_000),
    filesBytes: Math.round(read.FULLSCORE_FILES_GB * 1_000_000_000),
  }
}
