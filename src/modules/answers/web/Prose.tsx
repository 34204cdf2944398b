import type { ReactNode } from 'react'
import { visible } from '../../../methods/visible.ts'

const address = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/g

/** Plain words as paragraphs and lists, with the addresses in them to be followed; nothing is read as markup. */
export function Prose({ text }: { text: string }) {
  const blocks = text.replaceAll('\r', '').split(/\n{2,}/)
  return (
    <div className="flex max-w-180 flex-col gap-3 break-words">
      {blocks.flatMap(partsOf).map((lines, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name
        <Part key={at} lines={lines} />
      ))}
    </div>
  )
}

const isPoint = (line: string): boolean => line.startsWith('- ')

/** Lines of one block, parted where a list begins or ends. */
function partsOf(block: string): string[][] {
  const parts: string[][] = []
  for (const line of block.split('\n')) {
    const last = parts.at(-1)
    if (last && isPoint(last[0] ?? '') === isPoint(line)) last.push(line)
    else parts.push([line])
  }
  return parts
}

function Part({ lines }: { lines: string[] }) {
  if (!isPoint(lines[0] ?? '')) return <p className="whitespace-pre-line">{linked(lines.join('\n'))}</p>
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5">
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: points of a list have no other name
        <li key={at}>{linked(line.slice(2))}</li>
      ))}
    </ul>
  )
}

const seen = (text: string): string => text.split('\n').map(visible).join('\n')

const linked = (text: string): ReactNode[] =>
  text.split(address).map((part, at) =>
    at % 2 === 1 ? (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name
        key={at}
        href={part}
        rel="noreferrer nofollow"
        target="_blank"
        className="text-accent-ink underline"
      >
        {part}
      </a>
    ) : (
      seen(part)
    ),
  )
