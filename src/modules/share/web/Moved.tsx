import { Link } from '@tanstack/react-router'
import { Day, When } from '../../../ui/format/Values.tsx'
import type { Move } from '../contract.ts'

/** What was agreed and moved the planned share: as it was announced, and what is left of it. */
export const Moved = ({ moves }: { moves: Move[] }) => (
  <section aria-label="What moved it" className="flex flex-col gap-2">
    <h3 className="text-sm font-medium text-ink-3">What moved it</h3>
    {moves.length === 0 && (
      <p className="text-ink-2">
        No request was accepted in the last four weeks. It moves with estimates, days and links of the items
        below.
      </p>
    )}
    <ul className="flex flex-col gap-3">
      {moves.map((one) => (
        <li key={`${one.name}${one.at}`} className="border-l-2 border-line pl-3">
          <p>
            <Item {...one} /> <span className="text-ink-3">was accepted </span>
            <When at={one.at} />
            {one.path && (
              <>
                {' · '}
                <Link to={one.path} className="text-accent-ink hover:underline">
                  Its request
                </Link>
              </>
            )}
          </p>
          {one.serves && (
            <p className="text-ink-2">
              Serves{' '}
              <Link to={one.serves.path} className="text-accent-ink hover:underline">
                {one.serves.name}
              </Link>
            </p>
          )}
          <p className="text-ink-2">{`Announced: ${one.announced}`}</p>
          {one.gaveWay && <Parts one={one} />}
          <p className="text-ink-2">{one.now}</p>
        </li>
      ))}
    </ul>
  </section>
)

const Item = ({ itemId, name }: { itemId: string | null; name: string }) =>
  itemId ? (
    <Link to={`/work/items/${itemId}`} className="font-medium text-accent-ink hover:underline">
      {name}
    </Link>
  ) : (
    <span className="font-medium">{name}</span>
  )

const signed = (value: number, unit: string): string =>
  `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(1)} ${unit}`

/** What the item moved by itself, and what gave way. */
const Parts = ({ one }: { one: Move }) => (
  <>
    <ul className="text-ink-2">
      {one.parts.map((part) => (
        <li key={part.name} className="tabular">
          {`${part.name}: ${signed(part.hours, 'h')}, ${signed(part.points, 'points')}`}
        </li>
      ))}
    </ul>
    {one.gaveWay && (
      <p className="text-ink-2">
        <Item {...one.gaveWay} /> gave way until <Day date={one.gaveWay.until} />.
      </p>
    )}
  </>
)
