import { type Logger, pino } from 'pino'

export type { Logger }

/** Structured logs on standard error, so that commands may print their answers on standard output. */
export function createLog(level: string): Logger {
  return pino(
    { level, redact: ['password', 'token', 'secret', '*.password', '*.token', 'authorization'] },
    process.stderr,
  )
}
