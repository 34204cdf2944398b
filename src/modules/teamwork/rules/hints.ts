const escaped = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** After these any name reads as a culprit; after the softer ones only a name we know. */
const hard = 'fault of|fault lies with|to blame is|blamed? on|blame|guilty is|screwed up by|messed up by'
const soft = 'because of|due to|caused by|forgotten by|let down by|responsible is'

/**
 * Why a sentence is better put otherwise, or null: it names a person as the cause. A hint, never a refusal.
 * `names` are the people who work here, as they are written.
 */
export function culpritHint(text: string, names: readonly string[]): string | null {
  const known = names.flatMap((name) => [name, name.split(' ')[0]!]).filter((name) => name.length > 2)
  const anyOf = known.map(escaped).join('|')
  const found =
    new RegExp(String.raw`\b(?:${hard})\s+(\p{Lu}\p{L}+)`, 'u').exec(text) ??
    /\b(\p{Lu}\p{L}+)[’']s fault\b/u.exec(text) ??
    /\b(\p{Lu}\p{L}+) (?:is|was) to blame\b/u.exec(text) ??
    (anyOf ? new RegExp(String.raw`\b(?:${soft})\s+(${anyOf})(?!\p{L})`, 'u').exec(text) : null)
  return found
    ? `“${found[0]}” reads as if ${found[1]} were the cause. What in the process let it happen, whoever did it?`
    : null
}

const traits =
  'lazy careless stupid rude arrogant difficult negative unprofessional unreliable chaotic disorganised disorganized selfish aggressive emotional sloppy slow weak incompetent brilliant genius talented clever smart gifted'
const about = new RegExp(
  String.raw`\b(?:you are|you’re|you're|you were|(?:he|she) (?:is|was)|they are)(?: (?:so|too|very|just|always|really|a bit|simply))* (?:an? )?(${traits.split(' ').join('|')})\b`,
  'iu',
)

/** Why a sentence is better put otherwise, or null: it says what somebody is rather than what they did. */
export function traitHint(text: string): string | null {
  const found = about.exec(text)
  return found
    ? `“${found[0]}” says what somebody is. What did they do, and what came of it? That can be changed, or repeated.`
    : null
}
