import { service } from '../../../kernel/service.ts'

/** A kind of record that has fields; `read` is the permission to see records of it. */
type FieldKind = { kind: string; title: string; read: string }

/** The kinds of all modules, in the order in which they were named. */
export class FieldKinds {
  #kinds = new Map<string, FieldKind>()

  register(...kinds: FieldKind[]): void {
    for (const kind of kinds) this.#kinds.set(kind.kind, kind)
  }

  get(kind: string): FieldKind | undefined {
    return this.#kinds.get(kind)
  }

  all(): FieldKind[] {
    return [...this.#kinds.values()]
  }
}

export const fieldKinds = service<FieldKinds>('fields.kinds')
