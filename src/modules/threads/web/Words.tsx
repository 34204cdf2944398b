import type { ReactNode } from 'react'
import { visible } from '../../../methods/visible.ts'
import type { Reply } from '../contract.ts'

/** Plain words with the people in them marked; nothing of it is read as markup. */
export function Words({ one }: { one: Pick<Reply, 'text' | 'mentions' | 'isRemoved'> }) {
  if (one.isRemoved) return <p className="text-ink-3">This comment was removed.</p>
  return <p className="break-words whitespace-pre-line">{parts(one)}</p>
}

function parts({ text, mentions }: Pick<Reply, 'text' | 'mentions'>): ReactNode[] {
  const names = mentions.map((one) => `@${one.name}`).sort((a, b) => b.length - a.length)
  if (names.length === 0) return [visible(text)]
  const shape = new RegExp(
    `(${names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
  )
  return text.split(shape).map((part, at) =>
    names.includes(part) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name
      <span key={at} className="font-medium text-accent-ink">
        {part}
      </span>
    ) : (
      visible(part)
    ),
  )
}
