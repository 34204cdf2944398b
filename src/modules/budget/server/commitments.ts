import type { Ctx } from '../../../kernel/ctx.ts'
import { service } from '../../../kernel/service.ts'

/** What weighs on a line without an order: in the line’s currency, in the month of a day. */
export type Commitment = { line_id: string; due_on: string; minor: number }

export type CommitmentSource = (ctx: Ctx, of: { line: string } | { year: string }) => Promise<Commitment[]>

/** Modules above register what they commit of a line or of the lines of a year. */
export class Commitments {
  #sources: CommitmentSource[] = []

  register(source: CommitmentSource): void {
    this.#sources.push(source)
  }

  async of(ctx: Ctx, of: { line: string } | { year: string }): Promise<Commitment[]> {
    return (await Promise.all(this.#sources.map((source) => source(ctx, of)))).flat()
  }
}

export const commitments = service<Commitments>('budget.commitments')
