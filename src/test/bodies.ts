import type { Actor } from '../kernel/actor.ts'
import type { Asked, Out, Route } from '../kernel/contract.ts'
import { createHttp } from '../kernel/http/server.ts'
import { perform } from '../kernel/perform.ts'
import type { Company, PersonName } from './company.ts'

export const streamOf = (bytes: Uint8Array | string): ReadableStream<Uint8Array> =>
  new Blob([bytes as Uint8Array<ArrayBuffer>]).stream()

/** Hand a body to an upload route, through the front door. */
export async function handOver<R extends Route>(
  company: Company,
  route: R,
  input: Asked<R>,
  file: ReadableStream<Uint8Array>,
  who: { actor: Actor; address?: string },
): Promise<Out<R>> {
  return perform(company.app, route, input, { ...who, via: 'test', file })
}

/** Ask an address over HTTP as somebody who signed in, or as nobody. */
export async function fetchAs(
  company: Company,
  who: PersonName | null,
  path: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  const cookie = who ? await company.cookieOf(who) : ''
  const from = { incoming: { socket: { remoteAddress: '127.0.0.1' } } }
  return createHttp(company.app).request(path, { headers: { ...headers, cookie } }, from)
}
