import type { z } from 'zod'
import type { EntryRule, Stage } from '../contract.ts'

export type Rule = z.infer<typeof EntryRule>
export type { Stage }

/** Moves a stage to another place; beyond the ends it stays. */
export function moved(stages: Stage[], from: number, to: number): Stage[] {
  const one = stages[from]
  if (!one || to < 0 || to >= stages.length || to === from) return stages
  const others = stages.filter((_, at) => at !== from)
  return [...others.slice(0, to), one, ...others.slice(to)]
}

export const changed = (stages: Stage[], at: number, change: Partial<Stage>): Stage[] =>
  stages.map((stage, index) => (index === at ? { ...stage, ...change } : stage))

/** A stage of one's own comes before the last, which is won. */
export function added(stages: Stage[], name: string): Stage[] {
  const stage: Stage = {
    id: idFor(name, stages),
    name,
    rules: [{ history: [name.toLowerCase()] }],
    slaDays: null,
  }
  return [...stages.slice(0, -1), stage, ...stages.slice(-1)]
}

/** A short name made of the words: 2 to 21 small letters, digits or _, not taken yet. */
export function idFor(name: string, stages: Stage[]): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[^a-z]+|_+$/g, '')
    .slice(0, 18)
  const base = plain.length >= 2 ? plain : 'stage'
  let id = base
  for (let n = 2; stages.some((stage) => stage.id === id); n++) id = `${base}_${n}`
  return id
}

export function ruleWords(rule: Rule): string {
  if ('date' in rule) return `the date “${rule.date.replaceAll('_', ' ')}” is filled`
  if ('history' in rule)
    return `the source calls the stage ${rule.history.map((one) => `“${one}”`).join(' or ')}`
  return rule.opportunity === 'opened' ? 'an opportunity opens' : 'an opportunity is won'
}

/** Labels typed with commas between them. */
export const labelsFrom = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim().toLowerCase())
    .filter(Boolean)
