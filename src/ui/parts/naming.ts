import type { Option } from './Select.tsx'

const folded = (text: string): string => text.normalize('NFKC').trim().toLocaleLowerCase()

/** The one option that typed words name: by its value or label, or as the only one whose label holds them. */
export function namedBy<V extends string>(
  options: readonly Option<V>[],
  words: string,
): Option<V> | undefined {
  const asked = folded(words)
  if (!asked) return undefined
  const same = options.filter((one) => [one.value, one.label].some((name) => folded(name) === asked))
  const held = options.filter((one) => folded(one.label).includes(asked))
  const found = same.length > 0 ? same : held
  return found.length === 1 ? found[0] : undefined
}
