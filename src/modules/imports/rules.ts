import { type ObjectName, objects } from '../../engine/model.ts'
import type { ImportStatus } from './contract.ts'
import type { Mapping } from './sources/index.ts'

type Standing = { status: ImportStatus; reason: string | null; title: string }

/** Why this import cannot land now, or null. */
export function whyNotLand({ status, reason, title }: Standing): string | null {
  if (status === 'ready' || status === 'failed') return null
  if (status === 'unsettled') return reason ?? 'Some required columns are not settled yet.'
  if (status === 'not_used') return `“${title}” is known and not used: ${reason}`
  if (status === 'unknown') return 'The file is not recognised yet. Map its columns first.'
  if (status === 'already') return 'This very file has landed before; landing it again would change nothing.'
  if (status === 'landing') return 'It is landing right now.'
  if (status === 'undone') return 'It was undone. Hand the file in again to land it once more.'
  return 'It has landed already.'
}

/** Said of the exports of work tools: they are no figures, and there is another place for them. */
export const aboutWork =
  'This is work of another tool, not figures: nothing is read from it here. Hand it in under Work → Take over, where its items, people and dates come in.'

/** The tables of one file are a board of Trello, however little each of them says for itself. */
export function isTrelloBoard(
  tables: readonly { name: string | null; headings: readonly string[] }[],
): boolean {
  const cards = tables.find(({ name }) => name === 'cards')
  return (cards?.headings.includes('idList') ?? false) && tables.some(({ name }) => name === 'lists')
}

/** Why this import cannot be undone now, or null. */
export function whyNotUndo({ status }: Pick<Standing, 'status'>): string | null {
  return status === 'landed' ? null : 'Only an import that has landed can be undone.'
}

/** Required attributes that a mapping leaves open, as `object.attribute`. */
export function openRequirements(mapping: Pick<Mapping, 'parts'>): string[] {
  return mapping.parts.flatMap((part) => {
    const object = objects[part.object as ObjectName]
    if (!object) return [`${part.object} is not an object of the data model`]
    const unknown = Object.keys(part.attributes).filter((name) => !Object.hasOwn(object.attributes, name))
    const open = object.required.filter((any) => !any.some((name) => part.attributes[name]))
    return [
      ...unknown.map((name) => `${part.object}.${name} is not an attribute of the data model`),
      ...open.map((any) => any.map((name) => `${part.object}.${name}`).join(' or ')),
    ]
  })
}
