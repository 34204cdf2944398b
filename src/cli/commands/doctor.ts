import { operations } from '../../server/operations/contract.ts'
import type { Command } from '../command.ts'

type Finding = { name: string; ok: boolean; says: string }

export const doctor: Command = {
  usage: 'doctor',
  summary: 'Examine the stores, the audit chain, the disk and the folder; exit 1 when something is wrong',
  async run(io) {
    const { ok, findings } = await io.door().then(
      (door) => door.ask(operations.doctor, {}),
      (error: Error) => ({ ok: false, findings: [{ name: 'start', ok: false, says: error.message }] }),
    )
    io.answer({ ok, findings }, inWords(findings))
    return ok ? 0 : 1
  },
}

function inWords(findings: Finding[]): string {
  const width = Math.max(...findings.map((one) => one.name.length))
  const wrong = findings.filter((one) => !one.ok).length
  return [
    ...findings.map((one) => `${one.ok ? '✓' : '✗'} ${one.name.padEnd(width)}  ${one.says}`),
    wrong === 0 ? 'All is well.' : `${wrong} of ${findings.length} need attention.`,
  ].join('\n')
}
