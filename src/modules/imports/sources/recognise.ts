import { guess } from './by-name.ts'
import type { Declaration } from './declaration.ts'
import { declarations } from './declarations.ts'
import { Headings, isPlumbing, plainHeading } from './headings.ts'
import { columnsRead, type Recognition, type Sheet } from './mapping.ts'
import { resolve } from './resolve.ts'
import { recogniseWide } from './wide.ts'

/**
 * Tell which source a sheet comes from by its headings (and sample values where given) and propose a mapping.
 * The most demanding declaration that fits wins: it asks for more headings, or its file name or values agree.
 */
export function recognise(sheet: Sheet): Recognition {
  const headings = new Headings(sheet.headings)
  const fits = declarations.filter((declaration) => isFit(declaration, sheet, headings))
  const best = fits
    .map((declaration) => ({ declaration, rank: rankOf(declaration, sheet, headings) }))
    .sort((a, b) => b.rank - a.rank)[0]

  return best ? accept(best.declaration, sheet, headings) : (recogniseWide(sheet) ?? guess(sheet))
}

function accept(declaration: Declaration, sheet: Sheet, headings: Headings): Recognition {
  const { id, title } = declaration
  if ('notUsed' in declaration) {
    return { verdict: 'known-not-used', declaration: id, title, reason: declaration.notUsed }
  }
  const { mapping, unsettled } = resolve(declaration, sheet)
  const read = columnsRead(mapping)
  const unused = sheet.headings.filter((heading) => heading.trim() !== '' && !read.has(heading))
  const confidence = confidenceOf(declaration, sheet, headings, unsettled.length)
  return { verdict: 'mapped', declaration: id, mapping, confidence, unused, unsettled }
}

function isFit(declaration: Declaration, sheet: Sheet, headings: Headings): boolean {
  const { has, not = [], exact } = declaration
  if (!has.every((spelling) => headings.has(spelling))) return false
  if (not.some((heading) => headings.has(heading))) return false
  if (!exact) return true

  const known = new Set([...has.flat(), ...exact.may].map(plainHeading))
  return sheet.headings.every(
    (heading) => isPlumbing(heading) || plainHeading(heading) === '' || known.has(plainHeading(heading)),
  )
}

function rankOf(declaration: Declaration, sheet: Sheet, headings: Headings): number {
  return (
    declaration.has.length +
    (declaration.file?.test(sheet.file) ? 2 : 0) +
    2 * agreement(declaration, sheet, headings)
  )
}

/** 1 where the samples look as they should, -1 where none does, 0 where there is nothing to judge by. */
function agreement({ looks }: Declaration, sheet: Sheet, headings: Headings): number {
  const heading = looks && headings.find(looks.of)
  const samples = sheet.columns?.find(({ name }) => name === heading)?.samples.filter(Boolean) ?? []
  if (!looks || samples.length === 0) return 0
  return samples.some((sample) => looks.like.test(sample)) ? 1 : -1
}

function confidenceOf(declaration: Declaration, sheet: Sheet, headings: Headings, open: number): number {
  const certain = Math.min(declaration.has.length, 5) * 0.04
  const named = declaration.file?.test(sheet.file) ? 0.05 : 0
  const values = 0.04 * agreement(declaration, sheet, headings)
  return Math.max(0.1, Math.round((0.7 + certain + named + values - 0.1 * open) * 100) / 100)
}
