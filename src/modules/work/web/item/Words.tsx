import type { ReactNode } from 'react'

const address = /(https?:\/\/[^\s<>"'`]+[^\s<>"'`.,;:!?)\]}])/g

/** Plain words in which web addresses are links; nothing of it is read as markup. */
export function Words({ text }: { text: string }) {
  return <p className="max-w-180 break-words whitespace-pre-line">{linked(text)}</p>
}

const linked = (text: string): ReactNode[] =>
  text.split(address).map((part, at) =>
    at % 2 === 1 ? (
      <a
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text have no other name
        key={at}
        href={part}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="break-all text-accent-ink underline"
      >
        {part}
      </a>
    ) : (
      part
    ),
  )
