import type { AttributeType } from '../../../engine/model.ts'

const BLANK = /^\s*(-+|n\/?a|null|none)?\s*$/i

const looks: Partial<Record<AttributeType, RegExp>> = {
  email: /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/,
  domain: /^\s*(https?:\/\/)?[\p{L}\d-]+(\.[\p{L}\d-]+)+(\/\S*)?\s*$/u,
  integer: /^[^\p{L}]*\d[\d.,'\s]*[^\p{L}]*$/u,
  decimal: /^\D{0,6}\d[\d.,'\s]*(\D{0,5})$/u,
  boolean: /^\s*(true|false|yes|no|y|n|t|f|0|1|ja|nein|oui|non|x)\s*$/i,
  date: /(\d{1,4}[-/.\s][\p{L}\d]{1,9}\.?[-/.,\s]+\d{2,4})|(\p{L}{3,9}\.? \d{1,2},? \d{4})|^\s*\d{8,13}(\.\d+)?\s*$/u,
}

/** Whether most filled samples look like the type; null where there is nothing to judge by or any text would do. */
export function agreesWith(type: AttributeType, samples: readonly string[]): boolean | null {
  const like = looks[type === 'time' ? 'date' : type]
  const filled = samples.filter((sample) => !BLANK.test(sample))
  if (!like || filled.length === 0) return null
  return filled.filter((sample) => like.test(sample)).length * 2 > filled.length
}
