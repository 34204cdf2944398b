import { setTimeout as wait } from 'node:timers/promises'
import { invalid, Problem } from '../../kernel/errors.ts'
import { demo } from '../../modules/demo/contract.ts'
import { type Command, textOf } from '../command.ts'

const sizes = ['tiny', 'small', 'large'] as const

export const fillDemo: Command = {
  usage: 'demo [--size tiny|small|large] [--json]',
  summary: 'Fill an empty data folder with the demo company and wait until its figures are there',
  options: { size: { type: 'string' } },
  async run(io) {
    const size = sizes.find((one) => one === (textOf(io.values, 'size') ?? 'small'))
    if (!size) throw invalid(`The demo comes in ${sizes.join(', ')}.`)

    const door = await io.door()
    await door.ask(demo.start, { size })
    for (;;) {
      const now = await door.ask(demo.status, {})
      if (now.state === 'failed') throw new Problem('broken', `The demo could not be filled: ${now.reason}`)
      if (now.state === 'ready') {
        const people = now.people.map((one) => `  ${one.email}  ${one.title}`).join('\n')
        io.answer(
          now,
          `The demo company is ready. Its people sign in with the password ${now.password}:\n${people}`,
        )
        return 0
      }
      await wait(200)
    }
  },
}
