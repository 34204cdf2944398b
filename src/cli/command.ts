import type { ParseArgsConfig } from 'node:util'
import type { Config } from '../kernel/config.ts'
import type { Door } from './door.ts'

export type Options = NonNullable<ParseArgsConfig['options']>
export type Values = Record<string, string | boolean | (string | boolean)[] | undefined>

/** What a command is given, and where it prints. */
export type Terminal = {
  config: Config
  json: boolean
  values: Values
  words: string[]
  /** The server on the data folder, or the folder itself; opened at the first use. */
  door(): Promise<Door>
  /** One JSON document with --json, else the words. */
  answer(value: unknown, words: string): void
  /** A line about the progress, on standard error. */
  tell(line: string): void
}

export type Command = {
  usage: string
  summary: string
  options?: Options
  more?: string
  /** Answers the exit code; 0 when nothing is answered. */
  run(terminal: Terminal): Promise<number | undefined>
}

/** One text value of a flag. */
export const textOf = (values: Values, name: string): string | undefined => {
  const value = values[name]
  return typeof value === 'string' ? value : undefined
}

/** A list given as `a,b` or by repeating the flag. */
export const listOf = (values: Values, name: string): string[] =>
  [values[name] ?? []]
    .flat()
    .flatMap((value) => String(value).split(','))
    .map((value) => value.trim())
    .filter(Boolean)
