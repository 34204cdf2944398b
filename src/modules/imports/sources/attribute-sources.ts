import type { Choice } from './declaration.ts'
import { declarations } from './declarations.ts'
import { choicesOf } from './resolve.ts'
import { wideAttributes, wideSource } from './wide.ts'

export type AttributeSource = { declaration: string; source: string; title: string; from: string[] }

/** For each `object.attribute`, which sources fill it and from which headings or fixed values. */
export function attributeSources(): Record<string, AttributeSource[]> {
  const found: Record<string, AttributeSource[]> = {}
  for (const declaration of declarations) {
    if (!('parts' in declaration)) continue
    const { id, source, title, parts } = declaration
    for (const { object, attributes } of parts) {
      for (const [attribute, rule] of Object.entries(attributes)) {
        const name = `${object}.${attribute}`
        const from = [...new Set(choicesOf(rule).flatMap(inWords))]
        found[name] = [...(found[name] ?? []), { declaration: id, source, title, from }]
      }
    }
  }
  for (const [name, from] of Object.entries(wideAttributes))
    found[name] = [...(found[name] ?? []), { ...wideSource, from: [from] }]
  return found
}

function inWords(choice: Choice): string[] {
  if (typeof choice === 'string') return [choice]
  if ('constant' in choice) return [`always “${choice.constant}”`]
  if ('preamble' in choice) return [`${choice.preamble.replace('-', ' ')} of the period above the heading`]
  if ('bracket' in choice) return [`brackets of ${[choice.bracket].flat().join(' or ')}`]
  if ('all' in choice) return [choice.all.map((one) => [one].flat()[0]).join(' + ')]
  if ('first' in choice) return choice.first.flat()
  return [('micros' in choice ? choice.micros : choice.of) as string | string[]].flat()
}
