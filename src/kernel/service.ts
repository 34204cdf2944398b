import type { Actor } from './actor.ts'

/** A port: declared in an inner ring, filled when the app is put together, used through `ctx.use`. */
export type Service<T> = { name: string; make?: () => T; readonly __type?: T }

/**
 * Declare a port; `name` is its identity and appears when nobody filled it. With `make`, an app that nobody filled it
 * for makes its own when it is first used.
 */
export const service = <T>(name: string, make?: () => T): Service<T> => (make ? { name, make } : { name })

/** A service that shows less to some: `ctx.use` hands out what this actor may see. */
export type Narrowing<T> = { seenBy(actor: Actor): T }

const isNarrowing = <T>(value: T): value is T & Narrowing<T> =>
  typeof value === 'object' && value !== null && 'seenBy' in value

/** The ports of an app and what fills them. */
export class Services {
  #filled = new Map<string, unknown>()

  provide<T>(port: Service<T>, value: T): void {
    this.#filled.set(port.name, value)
  }

  /** Throws when nobody filled the port: a mistake in how the app is put together. */
  use<T>(port: Service<T>): T {
    if (!this.#filled.has(port.name)) {
      if (!port.make) throw new Error(`Nothing provides ${port.name}.`)
      this.#filled.set(port.name, port.make())
    }
    return this.#filled.get(port.name) as T
  }

  /** As `use`, narrowed to what the actor may see; handlers get no other. */
  useAs<T>(port: Service<T>, actor: Actor): T {
    const value = this.use(port)
    return isNarrowing(value) ? value.seenBy(actor) : value
  }

  has(port: Service<unknown>): boolean {
    return this.#filled.has(port.name)
  }
}
