import type { Principle } from '../things/vision.ts'

/** A written text as ProseMirror keeps it, of the few kinds a vision needs; nothing else is ever stored. */
export type Mark = { type: 'bold' } | { type: 'italic' } | { type: 'link'; attrs: { href: string } }
export type TextNode = { type: 'text'; text: string; marks?: Mark[] }
export type BlockNode = {
  type: 'paragraph' | 'heading' | 'bulletList' | 'orderedList' | 'listItem' | 'blockquote' | 'hardBreak'
  attrs?: { level: number }
  content?: BodyNode[]
}
export type BodyNode = TextNode | BlockNode
export type Body = { type: 'doc'; content: BodyNode[] }

const blocks = ['paragraph', 'heading', 'bulletList', 'orderedList', 'listItem', 'blockquote', 'hardBreak']
const deepest = 12
const longest = 100_000

type Loose = {
  type?: unknown
  text?: unknown
  attrs?: Record<string, unknown>
  marks?: unknown
  content?: unknown
}

/** A refusal to read a text, as a sentence. */
export class NotReadable extends Error {}

const refuse = (why: string): never => {
  throw new NotReadable(why)
}

/** Rebuild a text from its known parts alone; throws `NotReadable` where it holds anything else. */
export function readBody(given: unknown): Body {
  const found = asNode(given)
  if (found.type !== 'doc') refuse('The text is a document of paragraphs; this is none.')
  const body: Body = { type: 'doc', content: contentOf(found, 0) }
  if (JSON.stringify(body).length > longest * 4 || plainText(body).length > longest)
    refuse(`The text holds ${longest} letters at most.`)
  return body
}

const asNode = (given: unknown): Loose =>
  typeof given === 'object' && given !== null && !Array.isArray(given)
    ? given
    : refuse('The text holds something that is no part of a text.')

function contentOf({ content }: Loose, depth: number): BodyNode[] {
  if (content === undefined || content === null) return []
  if (!Array.isArray(content)) return refuse('The text holds parts that are no list.')
  if (depth > deepest) refuse('The text is nested too deeply.')
  return content.map((one) => nodeOf(asNode(one), depth + 1))
}

function nodeOf(node: Loose, depth: number): BodyNode {
  const type = String(node.type)
  if (type === 'text') return textOf(node)
  if (!blocks.includes(type))
    return refuse(`The text may hold paragraphs, headings, lists and quotes, not “${type.slice(0, 40)}”.`)
  const content = contentOf(node, depth)
  const level = Number(node.attrs?.level) === 3 ? 3 : 2
  return {
    type: type as BlockNode['type'],
    ...(type === 'heading' ? { attrs: { level } } : {}),
    ...(content.length > 0 ? { content } : {}),
  }
}

function textOf({ text, marks }: Loose): TextNode {
  if (typeof text !== 'string' || text === '') return refuse('The text holds a part without letters.')
  const kept = Array.isArray(marks) ? marks.flatMap((one) => markOf(asNode(one))) : []
  return { type: 'text', text, ...(kept.length > 0 ? { marks: kept } : {}) }
}

/** Marks that are not known are dropped: the words under them stay. */
function markOf({ type, attrs }: Loose): Mark[] {
  if (type === 'bold' || type === 'italic') return [{ type }]
  if (type !== 'link') return []
  const href = String(attrs?.href ?? '').trim()
  if (!/^(https?:\/\/|mailto:|\/(?!\/))/i.test(href))
    return refuse(
      `“${href.slice(0, 80)}” is no link that can be followed. Begin with https://, mailto: or /.`,
    )
  return [{ type: 'link', attrs: { href } }]
}

/** The words of each block, one a line: what two versions are compared by. */
export function linesOf(body: Body): string[] {
  const lines: string[] = []
  const walk = (nodes: readonly BodyNode[]): void => {
    for (const node of nodes) {
      if (node.type === 'paragraph' || node.type === 'heading') lines.push(wordsOf(node.content ?? []))
      else if (node.type !== 'text') walk(node.content ?? [])
    }
  }
  walk(body.content)
  return lines.filter((line) => line.trim() !== '')
}

type Whole = { title: string; summary: string; body: Body; principles: readonly Principle[] }

/** Title, sentence and values are compared, too. */
export const wholeLines = ({ title, summary, body, principles }: Whole): string[] => [
  title,
  ...(summary ? [summary] : []),
  ...linesOf(body),
  ...principles.map((one) => `${one.name}: ${one.behaviours}`),
]

const wordsOf = (nodes: readonly BodyNode[]): string =>
  nodes.map((node) => (node.type === 'text' ? node.text : ' ')).join('')

export const plainText = (body: Body): string => linesOf(body).join('\n')

/**
 * Put other words in the place of a passage. Null where the passage does not stand in it exactly once within words of
 * one kind, so that nothing else is changed by mistake.
 */
export function replaced(body: Body, quote: string, words: string): Body | null {
  let found = 0
  const walk = (nodes: BodyNode[]): BodyNode[] =>
    nodes.flatMap((node): BodyNode[] => {
      if (node.type !== 'text') return [node.content ? { ...node, content: walk(node.content) } : node]
      const parts = node.text.split(quote)
      found += parts.length - 1
      const text = parts.join(words)
      return text === '' ? [] : [{ ...node, text }]
    })
  const content = quote === '' ? body.content : walk(body.content)
  return found === 1 ? { ...body, content } : null
}
