import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import type { Out } from '../../../kernel/contract.ts'
import { cx } from '../../../ui/classes.ts'
import type { availability, Held, Named } from '../contract.ts'
import { levels } from '../rules.ts'
import { moveFocus } from './grid-keys.ts'
import { SkillHead } from './SkillHead.tsx'

type Shown = Out<typeof availability.skills>
type Person = Shown['people'][number]
export type Chosen = { person: Person; skill: Named; held: Held | null }
type MatrixProps = { data: Shown; onChoose: (chosen: Chosen) => void }

/** People by skill; a level opens what was stated and confirmed. */
export function SkillMatrix({ data, onChoose }: MatrixProps) {
  const table = useRef<HTMLTableElement>(null)
  const held = new Map(data.held.map((one) => [`${one.personId} ${one.skillId}`, one]))
  return (
    <section
      aria-label="Skills by person"
      className="quiet-scroll relative overflow-auto rounded-lg border border-line bg-surface"
    >
      <table
        ref={table}
        className="w-full border-collapse"
        onKeyDown={(event) => moveFocus(event, table.current)}
      >
        <thead>
          <tr className="border-b border-line text-sm text-ink-3">
            <th
              scope="col"
              className="sticky left-0 z-10 min-w-48 bg-surface px-3 py-2 text-left font-normal narrow:min-w-32"
            >
              Person
            </th>
            {data.skills.map((skill) => (
              <SkillHead key={skill.id} skill={skill} mayManage={data.can.manage} />
            ))}
          </tr>
        </thead>
        <tbody>
          {data.people.map((person) => (
            <tr key={person.id} className="border-b border-line last:border-0">
              <th scope="row" className="sticky left-0 z-10 bg-surface px-3 text-left font-normal">
                <Link to={`/working-time/${person.id}`} className="hover:underline">
                  {person.name}
                </Link>
              </th>
              {data.skills.map((skill) => (
                <td key={skill.id} className="p-0.5 text-center">
                  <Level
                    {...{ person, skill, onChoose }}
                    held={held.get(`${person.id} ${skill.id}`) ?? null}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const shades = ['', 'bg-sunken', 'bg-press', 'bg-accent-soft', 'bg-accent-soft font-semibold']

function Level({ person, skill, held, onChoose }: Chosen & Pick<MatrixProps, 'onChoose'>) {
  const level = held ? (held.confirmed ?? held.stated) : 0
  const isConfirmed = held?.confirmed !== null && held?.confirmed !== undefined
  const sign = isConfirmed ? `confirmed by ${held?.confirmedBy}` : 'stated'
  return (
    <button
      type="button"
      onClick={() => onChoose({ person, skill, held })}
      className={cx('tabular relative h-8 w-full min-w-14 rounded-sm hover:bg-hover', shades[level])}
    >
      <span className="sr-only">{`${person.name}, ${skill.name}: `}</span>
      {level > 0 ? `${level}${isConfirmed ? ' ✓' : ''}` : <span className="text-ink-3">·</span>}
      <span className="sr-only">{` ${levels[level]}${held ? `, ${sign}` : ''}`}</span>
    </button>
  )
}
