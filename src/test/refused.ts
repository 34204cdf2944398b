import { expect } from 'vitest'

/** The problem a refusal is, by its code and words of its sentence. */
export const refused = (code: string, words: RegExp) =>
  expect.objectContaining({ code, message: expect.stringMatching(words) })
