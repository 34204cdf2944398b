export type Ref = { kind: string; id: string }

export const isSame = (a: Ref, b: Ref): boolean => a.kind === b.kind && a.id === b.id

/** Why a record cannot be linked up to another, or null; `above` is what the parent serves, up to the top. */
export function whyNotLink(
  child: Ref & { under: string[]; title: string },
  parent: Ref,
  above: Ref[],
): string | null {
  if (!child.under.includes(parent.kind))
    return `A ${child.title.toLowerCase()} is linked up to ${either(child.under)}, not to a ${parent.kind}.`
  if ([parent, ...above].some((one) => isSame(one, child)))
    return 'What it would be linked up to serves this record already: the chain would go round in a circle.'
  return null
}

const either = (kinds: string[]): string =>
  kinds.length > 0 ? kinds.map((kind) => `a ${kind}`).join(' or ') : 'nothing'
