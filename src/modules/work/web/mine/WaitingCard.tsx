import { When } from '../../../../ui/format/Values.tsx'
import type { Mine } from '../../contract.ts'
import { codeOf } from '../item-words.tsx'
import { ItemRow, ItemRows, Section } from './ItemRows.tsx'

/** What waits for the reader, and what the reader waits for. */
export function WaitingCard({ mine: { approvals, mentions, waitsFor, today } }: { mine: Mine }) {
  return (
    <div className="flex min-w-0 flex-col gap-(--gap)">
      <Section title="Waits for your approval" count={approvals.length}>
        <ItemRows items={approvals} today={today} showsWho empty="Nothing waits for your approval." />
      </Section>
      <Section title="Mentions you have not read" count={mentions.length}>
        {mentions.length === 0 && <p className="text-ink-2">Nobody waits for an answer of yours.</p>}
        <ul className="-mx-2 flex flex-col">
          {mentions.map(({ item, by, at }) => (
            <li key={`${item.id} ${at}`}>
              <ItemRow item={item} today={today}>
                <span className="text-sm text-ink-2">
                  {`${by}, `}
                  <When at={at} />
                </span>
              </ItemRow>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="You wait for" count={waitsFor.length}>
        {waitsFor.length === 0 && <p className="text-ink-2">Nothing of yours waits for others.</p>}
        <ul className="-mx-2 flex flex-col">
          {waitsFor.map(({ item, for: waiting }) => (
            <li key={item.id} className="flex flex-col">
              <ItemRow item={item} today={today} showsWho />
              <span className="pl-18 text-sm text-ink-3">{`needed for ${waiting.map(codeOf).join(', ')}`}</span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
