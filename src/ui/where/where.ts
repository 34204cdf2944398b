/** A condition on a dimension; null is blank. The same shape as the routes take. */
export type Condition = {
  dimension: string
  is: 'in' | 'exactly' | 'not_in' | 'contains'
  values: (string | null)[]
}

/** `channel=Email;owner=` as it stands in the URL; what cannot be read is passed over. */
export function readWhere(text: string): Condition[] {
  return text.split(';').flatMap((part) => {
    const [dimension, value] = part.split('=')
    if (!dimension || value === undefined || !/^[a-z][a-z0-9_]*$/.test(dimension)) return []
    return [{ dimension, is: 'in' as const, values: [value === '' ? null : unescaped(value)] }]
  })
}

export const writeWhere = (conditions: Condition[]): string =>
  conditions
    .map(({ dimension, values }) => `${dimension}=${(values[0] ?? '').replace(/[%;=]/g, encodeURIComponent)}`)
    .join(';')

/** One value for each dimension; undefined lifts the condition. */
export function withCondition(
  conditions: Condition[],
  dimension: string,
  value: string | null | undefined,
): Condition[] {
  const others = conditions.filter((one) => one.dimension !== dimension)
  return value === undefined ? others : [...others, { dimension, is: 'in', values: [value] }]
}

/** The condition of one group of an answer: its very value, blank where it has none. */
export const being = (dimension: string, value: string | null): Condition => ({
  dimension,
  is: 'exactly',
  values: [value],
})

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
