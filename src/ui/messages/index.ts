import { en } from './en.ts'
import { pseudo } from './pseudo.ts'

type Name<P extends string> = P extends `${infer N}|${string}` ? N : P
type Holes<S extends string> = S extends `${string}{${infer P}}${infer Rest}` ? Name<P> | Holes<Rest> : never
type Values<S extends string> = [Holes<S>] extends [never]
  ? [values?: undefined]
  : [values: Record<Holes<S>, string | number>]

export type Language = 'en' | 'pseudo'
let language: Language = 'en'

export const setLanguage = (next: Language) => {
  language = next
}
/** The locale numbers and dates are printed in. */
export const locale = () => 'en-US'

/** A typed `t` over a dictionary: unknown keys and missing values do not compile. */
export function speaks<const D extends Record<string, string>>(dictionary: D) {
  return <K extends keyof D & string>(key: K, ...[values]: Values<D[K]>): string => {
    const text = language === 'pseudo' ? pseudo(dictionary[key] ?? key) : (dictionary[key] ?? key)
    return fill(text, (values ?? {}) as Record<string, string | number>)
  }
}

export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{([^{}]*)\}/g, (_, hole: string) => {
    const [name = '', one, other] = hole.split('|')
    const value = values[name]
    const printed = typeof value === 'number' ? value.toLocaleString(locale()) : String(value ?? '')
    if (one === undefined) return printed
    return (value === 1 ? one : (other ?? one)).replace('#', printed)
  })
}

export const t = speaks(en)
