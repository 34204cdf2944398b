import { Problem } from '../kernel/errors.ts'

/** What was sent and is not answered, or failed before an answer came: nobody knows whether it was done. */
type Open = { key: string; answer?: Promise<unknown> }
const most = 100

const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/**
 * Sends the same command once, however often it is asked for: a second click waits for the answer to the first, and
 * what is sent again after the connection broke carries the key of the first time, by which the server knows it.
 */
export class Once {
  #open = new Map<string, Open>()

  send<T>(what: string, send: (key: string) => Promise<T>): Promise<T> {
    const before = this.#open.get(what)
    if (before?.answer) return before.answer as Promise<T>
    const key = before?.key ?? newKey()
    const answer = send(key).then(
      (done) => {
        this.#open.delete(what)
        return done
      },
      (error) => {
        if (isAnswer(error)) this.#open.delete(what)
        else this.#keep(what, { key })
        throw error
      },
    )
    this.#keep(what, { key, answer })
    return answer
  }

  #keep(what: string, open: Open): void {
    this.#open.delete(what)
    this.#open.set(what, open)
    const [oldest] = this.#open.keys()
    if (this.#open.size > most && oldest !== undefined) this.#open.delete(oldest)
  }
}

/** A refusal says that nothing was done; a broken connection says nothing. */
const isAnswer = (error: unknown): boolean => error instanceof Problem && error.code !== 'broken'
