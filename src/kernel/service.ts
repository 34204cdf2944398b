/** A port: declared in an inner ring, filled when the app is put together, used through `ctx.use`. */
export type Service<T> = { name: string; readonly __type?: T }

export const service = <T>(name: string): Service<T> => ({ name })

export class Services {
  #filled = new Map<string, unknown>()

  provide<T>(port: Service<T>, value: T): void {
    this.#filled.set(port.name, value)
  }

  /** Throws when nobody filled the port: a mistake in how the app is put together. */
  use<T>(port: Service<T>): T {
    if (!this.#filled.has(port.name)) throw new Error(`Nothing provides ${port.name}.`)
    return this.#filled.get(port.name) as T
  }

  has(port: Service<unknown>): boolean {
    return this.#filled.has(port.name)
  }
}
