import type { Contract, Route } from '../kernel/contract.ts'
import type { Command } from './command.ts'
import { type Field, fieldsOf, kebab } from './flags.ts'

const everywhere = `  --data DIR   the data folder (default ./data, or FULLSCORE_DATA)
  --json       one JSON document on standard output; errors as problem JSON on standard error
  --help       what a command takes`

const columns = (rows: [string, string][]): string => {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, words]) => `  ${name.padEnd(width)}  ${words}`.trimEnd()).join('\n')
}

export const overview = (commands: Record<string, Command>, contracts: Contract[]): string =>
  `Fullscore: the operating system of a marketing operations team.

Commands
${columns(Object.values(commands).map((one) => [one.usage, one.summary]))}

Every route is a command as well: fullscore <module> <route> --field value
${columns(contracts.map((one) => [one.module, Object.keys(one.routes).map(kebab).join(', ')]))}

Everywhere
${everywhere}`

export const commandHelp = (command: Command): string =>
  `fullscore ${command.usage}\n\n${command.summary}.${command.more ? `\n\n${command.more}` : ''}\n\n${everywhere}`

export const moduleHelp = (contract: Contract): string =>
  `fullscore ${contract.module} <route>\n\n${columns(
    Object.entries(contract.routes).map(([name, route]) => [kebab(name), route.summary]),
  )}`

export function routeHelp(name: string, route: Route): string {
  const fields: [string, string][] = fieldsOf(route).map((field) => [`--${field.flag}`, wordsOf(field)])
  if (route.upload) fields.unshift(['FILE', 'the file to send (required)'])
  if (route.download)
    fields.unshift(['--output FILE', 'where to write the answer; standard output when left out'])
  fields.push(['--input JSON', 'all fields at once, as one JSON object'])
  return `fullscore ${route.module} ${kebab(name)}${route.upload ? ' FILE' : ''} …

${route.summary}. Who may: ${route.access}.

${columns(fields)}

${everywhere}`
}

function wordsOf({ schema, isRequired }: Field): string {
  const kind = schema.enum ? schema.enum.join(' | ') : kindOf(schema)
  return `${kind}${schema.description ? `: ${schema.description}` : ''}${isRequired ? ' (required)' : ''}`
}

function kindOf(schema: Field['schema']): string {
  const types = [schema, ...(schema.anyOf ?? [])].flatMap((one) => one.type ?? [])
  const words = {
    array: 'list (a,b)',
    object: 'JSON object',
    string: 'text',
    integer: 'whole number',
    boolean: 'yes with the flag, --no-… for no',
  }
  return [...new Set(types)].map((type) => words[type as keyof typeof words] ?? type).join(' or ') || 'value'
}
