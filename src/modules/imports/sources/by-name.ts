import { objectNames, objects } from '../../../engine/model.ts'
import { candidatesOf, type Fit, fitObject } from './fit.ts'
import type { Mapping, Part, Recognition, Sheet } from './mapping.ts'
import { missingOf } from './resolve.ts'

/**
 * Propose a mapping for a sheet no declaration knows, by the names of its headings and the types of its values.
 * Where names alone settle one object beyond doubt the sheet counts as mapped; else it stays unknown, with guesses.
 */
export function guess(sheet: Sheet): Recognition {
  const candidates = candidatesOf(sheet)
  const named = candidates.map(({ heading }) => heading)
  const fits = objectNames.map((object) => fitObject(object, candidates)).sort((a, b) => b.score - a.score)
  const best = fits[0]!

  const settled = settledFit(fits, named.length)
  if (settled) return mapped(settled, named)

  const guesses = best.score > 0 ? mappingOf({ object: best.object, attributes: best.likely }) : null
  return { verdict: 'unknown', guesses, reason: reasonOf(best, guesses) }
}

/** The one object whose required attributes exact names fill, that explains at least half of the headings. */
function settledFit(fits: Fit[], headings: number): Fit | undefined {
  const complete = fits
    .filter(({ object, exact }) => missingOf({ object, attributes: exact }).length === 0)
    .sort((a, b) => b.exactly - a.exactly)
  const [first, second] = complete
  if (!first || first.exactly < 2 || first.exactly < headings / 2) return undefined
  // An object that lacks a required attribute may still be what the file is about.
  const rivals = [second, ...fits].filter((fit) => fit && fit !== first && fit.exactly >= first.exactly)
  return rivals.length ? undefined : first
}

function mapped({ object, exact, exactly, read }: Fit, named: string[]): Recognition {
  return {
    verdict: 'mapped',
    declaration: 'by-name',
    mapping: mappingOf({ object, attributes: exact }),
    confidence: Math.round((0.45 + (0.4 * exactly) / named.length) * 100) / 100,
    unused: named.filter((heading) => !read.has(heading)),
    unsettled: [],
  }
}

/** Own files share one source, so that the same identifier or e-mail address in two of them is the same person. */
const mappingOf = (part: Part): Mapping => ({
  source: 'own_file',
  title: `Own file: ${wordsOf(part.object)}`,
  parts: [part],
})

const wordsOf = (object: string): string => object.replaceAll('_', ' ')

function reasonOf({ object, likely }: Fit, guesses: Mapping | null): string {
  if (!guesses)
    return 'No known source has these headings and none of them resembles an attribute; map the columns by hand.'
  const missing = missingOf({ object, attributes: likely }).map((names) => names.replaceAll(`${object}.`, ''))
  const likeness = `No known source has these headings. They resemble “${wordsOf(object)}” most (${objects[object].meaning.replace(/\.$/, '')})`
  return missing.length
    ? `${likeness}, but no column was found for ${missing.join(' nor for ')}; choose one.`
    : `${likeness}; confirm or correct the proposed columns.`
}
