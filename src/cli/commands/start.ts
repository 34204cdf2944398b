import { main } from '../../server/main.ts'
import { type Command, textOf } from '../command.ts'

export const start: Command = {
  usage: 'start [--port N] [--data DIR]',
  summary: 'Serve the app until stopped',
  options: { port: { type: 'string' } },
  async run({ values }) {
    const flags = ['port', 'data'].flatMap((name) => {
      const value = textOf(values, name)
      return value === undefined ? [] : [`--${name}`, value]
    })
    await main(flags)
    return Number(process.exitCode ?? 0)
  },
}
