import { type KeyboardEvent, useState } from 'react'
import { cx } from '../../../ui/classes.ts'
import { useQuery } from '../../../ui/query.ts'
import { threads } from '../contract.ts'
import { fitting } from '../rules.ts'

type Named = { id: string; name: string }
type MentionsProps = { kind: string; id: string; text: string; known: Named[] }
const begun = /(^|\s)@([\p{L}\p{M}'’.-]*(?: [\p{L}\p{M}'’.-]*)?)$/u
const begins = /(?<=^|\s)@(\p{L}[\p{L}\p{M}'’-]*)/gu
const most = 6

/** Names after an `@` that none of these people bears. */
export const strangersIn = (text: string, people: readonly Named[]): string[] => {
  const names = people.map((one) => one.name.toLowerCase())
  const said = [...text.matchAll(begins)].map(([, name]) => name as string)
  return [...new Set(said)].filter(
    (name) => !names.some((one) => one.split(' ').some((word) => word.startsWith(name.toLowerCase()))),
  )
}

export type Mentions = ReturnType<typeof useMentions>

/** Whom a text mentions, and who fits what is being typed after the last `@`. */
export function useMentions({ kind, id, text, known }: MentionsProps) {
  const [at, setAt] = useState(0)
  const [closed, close] = useState('')
  const isOn = text.includes('@')
  const asked = useQuery(threads.people, { kind, id }, { isOn }).data?.items
  const people = asked ?? []
  const words = begun.exec(text)?.[2]
  const isWhole = people.some((one) => one.name === words)
  const fits = words === undefined || isWhole || closed === text ? [] : fitting(people, words).slice(0, most)
  const chosen = Math.min(at, Math.max(0, fits.length - 1))
  const named = [...people, ...known].filter((one) => text.includes(`@${one.name}`))
  return {
    fits,
    chosen,
    strangers: asked ? strangersIn(text, [...people, ...known]) : [],
    ids: [...new Set(named.map((one) => one.id))],
    completed: (name: string) => text.replace(begun, (_, before: string) => `${before}@${name} `),
    /** Moves within the list, takes one, or leaves it; answers whether the key was for the list. */
    press(event: KeyboardEvent, pick: (name: string) => void): boolean {
      if (fits.length === 0) return false
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step !== undefined) setAt((chosen + step + fits.length) % fits.length)
      else if (event.key === 'Escape') close(text)
      else if ((event.key === 'Enter' && !event.ctrlKey && !event.metaKey) || event.key === 'Tab')
        pick(fits[chosen]?.name ?? '')
      else return false
      event.preventDefault()
      event.stopPropagation()
      return true
    },
  }
}

/** Those who may be meant, under the field. */
export function Mentioning({ mentions, onPick }: { mentions: Mentions; onPick: (name: string) => void }) {
  if (mentions.fits.length === 0) return <Strangers names={mentions.strangers} />
  return (
    <ul aria-label="People to mention" className="popup flex flex-col py-1">
      {mentions.fits.map((one, index) => (
        <li key={one.id}>
          <button
            type="button"
            aria-current={index === mentions.chosen}
            className={cx(
              'flex w-full items-center gap-2 px-3 py-1.5 text-left hover:bg-hover',
              index === mentions.chosen && 'bg-hover',
            )}
            onClick={() => onPick(one.name)}
          >
            <span className="font-medium">{one.name}</span>
            <span className="text-sm text-ink-3">{one.title}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const Strangers = ({ names }: { names: readonly string[] }) =>
  names.length > 0 && (
    <p role="status" className="text-sm text-ink-3">
      {`Nobody who may read this is called ${names.map((name) => `@${name}`).join(' or ')}: nobody is told by it.`}
    </p>
  )
