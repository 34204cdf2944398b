/** A pattern of LIKE and ILIKE for texts that hold the words, in which `%` and `_` stand for themselves. */
export const holding = (words: string): string => `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`
