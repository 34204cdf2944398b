/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** A name as an SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Staging columns of a table of `width` columns: c0, c1 … */
export const cells = (width: number): string[] => Array.from({ length: width }, (_, at) => `c${at}`)
