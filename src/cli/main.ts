import { parseArgs } from 'node:util'
import { ZodError } from 'zod'
import { readConfig } from '../kernel/config.ts'
import { invalid, Problem } from '../kernel/errors.ts'
import { asSentence } from '../kernel/sentences.ts'
import { modules } from '../server/modules.ts'
import { version } from '../server/root.ts'
import type { Command, Options, Values } from './command.ts'
import { commands } from './commands.ts'
import { commandHelp, overview } from './help.ts'
import { isRouteOf, routeCommand } from './route.ts'
import { openTerminal } from './terminal.ts'

const everywhere: Options = {
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
}
const contracts = modules.map((module) => module.contract)

/** Run one command; answers the exit code: 0 done, 2 the input is to be mended or settled, 1 it failed. */
export async function main(args: string[]): Promise<number> {
  const json = args.includes('--json')
  try {
    return await run(args)
  } catch (error) {
    const problem = problemOf(error)
    console.error(json ? JSON.stringify(problem.body()) : problem.message)
    return problem.code === 'invalid' ? 2 : 1
  }
}

async function run(args: string[]): Promise<number> {
  const [name, ...rest] = args
  if (name === '--version' || name === '-v') return print(version)
  if (!name || name === '--help' || name === '-h' || name === 'help')
    return print(overview(commands, contracts))

  const { command, flags } = find(name, rest)
  const { values, positionals } = parse(flags, { ...everywhere, ...command.options })
  if (values.help) return print(command.more?.startsWith('fullscore ') ? command.more : commandHelp(command))

  const terminal = openTerminal(configFrom(values), values, positionals)
  try {
    return (await command.run(terminal)) ?? 0
  } finally {
    await terminal.close()
  }
}

/** A command of its own, or a module and one of its routes. */
function find(name: string, rest: string[]): { command: Command; flags: string[] } {
  const contract = contracts.find((one) => one.module === name)
  const isRoute = contract && (!(name in commands) || isRouteOf(contract, rest[0]))
  if (isRoute) {
    const route = rest[0]?.startsWith('-') ? undefined : rest[0]
    return { command: routeCommand(contract, route), flags: route ? rest.slice(1) : rest }
  }
  const command = commands[name]
  if (!command) throw invalid(`There is no command ${name}. \`fullscore --help\` lists them.`)
  return { command, flags: rest }
}

function parse(args: string[], options: Options): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args, options, allowPositionals: true, allowNegative: true }) as never
  } catch (error) {
    throw invalid(`${(error as Error).message.replace(/\.? To specify.*/s, '')}. See --help.`)
  }
}

function configFrom(values: Values) {
  const port = values.port === undefined ? undefined : Number(values.port)
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65535))
    throw invalid(`--port ${String(values.port)} is not a port: a whole number from 0 to 65535.`)
  return readConfig(
    { ...process.env, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
    {
      ...(typeof values.data === 'string' ? { data: values.data } : {}),
      ...(port !== undefined ? { port } : {}),
    },
  )
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof ZodError) return invalid(error.issues.map(asSentence).join(' '))
  return new Problem('broken', error instanceof Error ? error.message : String(error))
}

function print(text: string): 0 {
  console.log(text)
  return 0
}
