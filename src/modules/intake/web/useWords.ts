import { useDraft } from '../../../ui/form/useDraft.ts'

/** What is written in a decision on a request: there again when the dialog is closed by mistake, gone once it is said. */
export function useWords<T extends Record<string, unknown>>(deed: string, requestId: string, initial: T) {
  const { draft, change, forget } = useDraft(`${deed} ${requestId}`, initial, [])
  const set =
    <Name extends keyof T & string>(name: Name) =>
    (value: T[Name]) =>
      change(name, value)
  return { said: draft as T, set, forget }
}
