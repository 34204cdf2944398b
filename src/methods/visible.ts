// C0 and C1 controls, and what turns the direction of writing around: U+202A–202E, U+2066–2069.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g

/**
 * Text as it may stand on a page or in a terminal: characters that nobody sees but that move the cursor, ring the bell
 * or turn the order of the letters around become one space. Source: Unicode Standard Annex 9 (explicit directions).
 */
export const visible = (text: string): string => text.replace(unseen, ' ')
