import { useDraft } from '../../../ui/form/useDraft.ts'
import type { Request } from '../contract.ts'

export type Kept = { isBack: boolean; isOther: boolean; discard: () => void }

/**
 * What is written in a decision on a request: there again when the dialog is closed by mistake, gone once it is said.
 * `kept` says whether it was written earlier, and whether the request is another one since.
 */
export function useWords<T extends Record<string, unknown>>(
  deed: string,
  { id, version }: Pick<Request, 'id' | 'version'>,
  initial: T,
) {
  const { draft, change, forget, discard, isRestored } = useDraft(
    `${deed} ${id}`,
    { ...initial, version },
    [],
  )
  const { version: written, ...said } = draft
  const set =
    <Name extends keyof T & string>(name: Name) =>
    (value: T[Name]) =>
      change(name, value)
  const kept: Kept = { isBack: isRestored, isOther: written !== version, discard }
  return { said: said as T, set, forget, kept }
}
