import type { ReactNode } from 'react'
import type { Body, BodyNode, Mark, TextNode } from '../rules.ts'

/** A written text, drawn from its known parts; no markup of anybody’s is ever put into the page. */
export const Written = ({ body }: { body: Body }) => (
  <div className="written flex max-w-180 flex-col gap-3 text-lg/7">{draw(body.content)}</div>
)

const draw = (nodes: readonly BodyNode[] = []): ReactNode[] =>
  nodes.map((node, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name
    <Part key={at} node={node} />
  ))

function Part({ node }: { node: BodyNode }): ReactNode {
  if (node.type === 'text') return <Words node={node} />
  const inner = draw(node.content)
  switch (node.type) {
    case 'heading':
      return node.attrs?.level === 3 ? (
        <h3 className="font-semibold">{inner}</h3>
      ) : (
        <h2 className="pt-2 text-xl font-semibold tracking-tight">{inner}</h2>
      )
    case 'bulletList':
      return <ul className="flex list-disc flex-col gap-1 pl-5">{inner}</ul>
    case 'orderedList':
      return <ol className="flex list-decimal flex-col gap-1 pl-5">{inner}</ol>
    case 'listItem':
      return <li>{inner}</li>
    case 'blockquote':
      return <blockquote className="border-l-2 border-line-strong pl-4 text-ink-2">{inner}</blockquote>
    case 'hardBreak':
      return <br />
    default:
      return <p>{inner}</p>
  }
}

function Words({ node: { text, marks = [] } }: { node: TextNode }): ReactNode {
  let words: ReactNode = text
  for (const mark of marks) words = marked(mark, words)
  return words
}

function marked(mark: Mark, words: ReactNode): ReactNode {
  if (mark.type === 'bold') return <strong>{words}</strong>
  if (mark.type === 'italic') return <em>{words}</em>
  return (
    <a href={mark.attrs.href} rel="noreferrer noopener" className="text-accent-ink underline">
      {words}
    </a>
  )
}
