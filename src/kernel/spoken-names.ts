/** What holds the fields of an input and is no field that anybody filled in. */
const wrappers = new Set(['patch', 'input', 'values'])
const units = ['minutes', 'hours', 'days', 'weeks', 'months']
const days: Record<string, string> = {
  on: 'day',
  starts: 'first day',
  from: 'first day',
  ends: 'last day',
  to: 'last day',
  happened: 'day it happened',
  since: 'day it began',
}

const isPlace = (step: PropertyKey) => typeof step === 'number' || /^\d+$/.test(String(step))

/**
 * A field as people say it: `patch.dueOn` is “The due day”, `steps.1.title` “The title of entry 2”. What is written in
 * capitals, like a variable of the environment, has no other name and keeps it; an empty path has none.
 */
export function nameOf(path: readonly PropertyKey[]): string {
  const steps = path.length > 1 ? path.filter((step) => !wrappers.has(String(step))) : path
  const place = steps.findLast(isPlace)
  const last = steps.at(-1)
  if (last === undefined) return ''
  const entry = place === undefined ? '' : `ntry ${Number(place) + 1}`
  if (isPlace(last)) {
    const list = steps.findLast((step) => !isPlace(step))
    return list === undefined ? `E${entry}` : `E${entry} of the ${wordsOf(String(list)).said}`
  }
  if (!/\p{Ll}/u.test(String(last))) return String(last)
  return `The ${wordsOf(String(last)).said}${entry && ` of e${entry}`}`
}

function wordsOf(field: string): { said: string; unit?: string } {
  const words = field.split(/(?=\p{Lu})|[_\s.-]+/u).map((word) => word.toLowerCase())
  const last = words.at(-1) ?? ''
  const stem = words.slice(0, -1).join(' ')
  if (units.includes(last)) return { said: stem || (last === 'minutes' ? 'time' : last), unit: last }
  if (last === 'on') return { said: days[stem || 'on'] ?? `${stem} day` }
  if (last === 'id' && stem) return { said: stem }
  if (last === 'ids' && stem) return { said: `${stem}s` }
  return { said: words.join(' ') }
}

/** A bound of a field that counts a unit with it: `must be 10,000 hours (600,000 minutes) at most`. */
export function inUnits(path: readonly PropertyKey[], message: string): string {
  const { unit } = wordsOf(String(path.at(-1) ?? ''))
  const bound = /^must be (?:more than |less than )?([1-9][\d,]*)/.exec(message)?.[1]
  if (!unit || !bound) return message
  const many = Number(bound.replaceAll(',', ''))
  const said = `${bound} ${many === 1 ? unit.slice(0, -1) : unit}`
  if (unit !== 'minutes' || many % 60 !== 0) return message.replace(bound, said)
  const hours = many / 60
  return message.replace(bound, `${hours.toLocaleString('en')} ${hours === 1 ? 'hour' : 'hours'} (${said})`)
}
