import { existsSync } from 'node:fs'
import type { Contract, Route } from '../kernel/contract.ts'
import { invalid } from '../kernel/errors.ts'
import { type Command, type Terminal, textOf } from './command.ts'
import { inputOf, kebab, optionsOf } from './flags.ts'
import { moduleHelp, routeHelp } from './help.ts'
import { pretty } from './print.ts'
import { save } from './save.ts'

const routeNamed = (contract: Contract, name: string | undefined) =>
  Object.entries(contract.routes).find(([one]) => kebab(one) === name || one === name)

/** Whether a word after a module's name is one of its routes. */
export const isRouteOf = (contract: Contract, name: string | undefined): boolean =>
  routeNamed(contract, name) !== undefined

/** `fullscore <module> <route>`: any route of any contract. */
export function routeCommand(contract: Contract, name: string | undefined): Command {
  const found = routeNamed(contract, name)
  if (!found && name) throw invalid(`${contract.module} has no route ${name}.\n\n${moduleHelp(contract)}`)
  const usage = `${contract.module} ${name ?? '<route>'}`
  if (!found)
    return {
      usage,
      summary: '',
      more: moduleHelp(contract),
      run: async (io) => void io.answer(Object.keys(contract.routes).map(kebab), moduleHelp(contract)),
    }
  const [routeName, route] = found
  return {
    usage,
    summary: route.summary,
    more: routeHelp(routeName, route),
    options: { ...optionsOf(route), input: { type: 'string' }, output: { type: 'string' } },
    run: (io) => runRoute(route, io),
  }
}

async function runRoute(route: Route, io: Terminal): Promise<undefined> {
  const file = fileFor(route, io)
  const input = inputOf(route, io.values)
  const door = await io.door()
  if (route.download) return save(await door.fetch(route, input), textOf(io.values, 'output'))
  const answer = await door.ask(route, input, file)
  io.answer(answer, pretty(answer))
}

function fileFor(route: Route, io: Terminal): string | undefined {
  const [file] = io.words
  if (!route.upload) {
    if (file) throw invalid(`${route.id} takes flags only; “${file}” is none. See --help.`)
    return undefined
  }
  if (!file) throw invalid('Name the file to send, after the route.')
  if (!existsSync(file)) throw invalid(`There is no file ${file}.`)
  return file
}
