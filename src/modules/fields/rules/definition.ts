export const types = [
  'text',
  'long',
  'number',
  'money',
  'day',
  'yesno',
  'one',
  'several',
  'person',
  'link',
] as const
export type Type = (typeof types)[number]
export const typeTitles: Record<Type, string> = {
  text: 'Text',
  long: 'Long text',
  number: 'Number',
  money: 'Money',
  day: 'Day',
  yesno: 'Yes or no',
  one: 'One of',
  several: 'Several of',
  person: 'Person',
  link: 'Link',
}

/** From which state on a record has to say it. */
export const demands = ['never', 'draft', 'approval'] as const
export const demandTitles: Record<(typeof demands)[number], string> = {
  never: 'It may stay open',
  draft: 'As soon as it is planned',
  approval: 'Before it is submitted for approval',
}

export const mostFields = 40
const mostOptions = 100

export type Choice = { id: string; label: string; isRetired: boolean }
type SaidChoice = { id?: string | undefined; label: string }

export const hasOptions = (type: Type): boolean => type === 'one' || type === 'several'
const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()

/** Why a field cannot be kept with these choices, or null. */
export function whyNotOptions(
  type: Type,
  said: readonly SaidChoice[],
  before: readonly Choice[],
): string | null {
  if (!hasOptions(type)) return said.length > 0 ? `${typeTitles[type]} has no choices: leave them out.` : null
  if (said.length < 2) return 'Say at least two choices.'
  if (said.length > mostOptions) return `A field has ${mostOptions} choices at most.`
  const twice = said.find((one, at) => said.findIndex((other) => same(other.label, one.label)) !== at)
  if (twice) return `“${twice.label}” stands among the choices twice.`
  const again = said.find(({ id }, at) => id !== undefined && said.findIndex((one) => one.id === id) !== at)
  if (again) return `“${again.label}” is a choice that stands there under another name already.`
  const strange = said.find(({ id }) => id !== undefined && !before.some((one) => one.id === id))
  return strange ? `The choice “${strange.label}” is not one of this field.` : null
}

/** The choices in their new order; what was taken out stays to be read where it was chosen. */
export function optionsAfter(
  before: readonly Choice[],
  said: readonly SaidChoice[],
  newId: () => string,
): Choice[] {
  const taken = new Set(said.map((one) => one.id))
  const kept = said.map(({ id, label }) => {
    const back = before.find((one) => one.isRetired && !taken.has(one.id) && same(one.label, label))
    return { id: id ?? back?.id ?? newId(), label, isRetired: false }
  })
  const gone = before.filter((one) => !kept.some((other) => other.id === one.id))
  return [...kept, ...gone.map((one) => ({ ...one, isRetired: true }))]
}

/** Why a name cannot be taken by a field, or null; `others` are the fields of the same kind in use. */
export function whyNotLabel(label: string, others: readonly { label: string }[]): string | null {
  if (others.some((one) => same(one.label, label)))
    return `There is a field “${label}” already. Give it another name, or restore the one there is.`
  return others.length >= mostFields
    ? `A kind of record has ${mostFields} fields at most. Retire one that nobody needs.`
    : null
}

/** Why fields cannot be put in an order, or null. */
export function whyNotOrder(said: readonly string[], inUse: readonly string[]): string | null {
  const isWhole = said.length === inUse.length && inUse.every((id) => said.includes(id))
  return isWhole ? null : 'The fields are others than when you opened this page. Load it again.'
}
