import type { Database, Reader } from '../../../kernel/db/database.ts'
import { service } from '../../../kernel/service.ts'

/** Something people may change that metrics rest on: the stages, how sales are credited. */
type Setting = {
  name: string
  /** Whether a metric of the catalogue rests on it. */
  bears(metric: string): boolean
  version(db: Reader | Database): Promise<number>
}

/** What agreed definitions rest on; modules above register theirs. */
export class Settings {
  #all: Setting[] = []

  register(...settings: Setting[]): void {
    this.#all.push(...settings)
  }

  /** The versions in force of what a metric rests on. */
  async of(db: Reader | Database, metric: string): Promise<{ name: string; version: number }[]> {
    const bearing = this.#all.filter((one) => one.bears(metric))
    return Promise.all(bearing.map(async ({ name, version }) => ({ name, version: await version(db) })))
  }
}

export const agreedSettings = service<Settings>('agreedSettings')
