import { Search } from 'lucide-react'
import { useState } from 'react'
import { FaceOf } from '../../../ui/kit/Page.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { Skeleton } from '../../../ui/parts/Faces.tsx'
import { Field } from '../../../ui/parts/Field.tsx'
import { Input } from '../../../ui/parts/Input.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { Alone } from '../../identity/web/index.ts'
import { intake, type OfferedType } from '../contract.ts'
import { Answers } from './Answers.tsx'
import { AskForm } from './AskForm.tsx'
import { Mine } from './Mine.tsx'

/** One page for the whole company: what we do, how to ask, what is answered, whom to ask for what. */
export default function FrontDoorPage() {
  const door = useQuery(intake.door, {})
  const [chosen, choose] = useUrl('type')
  const type = door.data?.types.find((one) => one.id === chosen)
  const title = type ? type.name : `Ask ${door.data?.organisation ?? ''} marketing`
  return (
    <Alone
      isWide
      title={title}
      hint={
        type
          ? type.purpose
          : 'Tell us what you need. You hear a date at once, and whether it is answered already.'
      }
    >
      <FaceOf
        isLoading={door.isPending}
        error={door.error}
        onRetry={door.refetch}
        skeleton={<Skeleton className="h-60" />}
      >
        {() =>
          type ? (
            <AskForm key={type.id} type={type} me={door.data!.me} onBack={() => choose('')} />
          ) : (
            <Hall onChoose={choose} />
          )
        }
      </FaceOf>
    </Alone>
  )
}

function Hall({ onChoose }: { onChoose: (id: string) => void }) {
  const door = useQuery(intake.door, {}).data!
  const [words, type] = useState('')
  return (
    <>
      <Field label="What do you want to know?">
        <Input type="search" maxLength={300} icon={<Search size={14} />} value={words} onChange={type} />
      </Field>
      {words.trim().length > 2 && <Answers words={words} />}
      <h2 className="mt-2 text-lg font-semibold">What can we do for you?</h2>
      {door.types.length === 0 ? (
        <Closed isMember={door.isMember} />
      ) : (
        <ul className="grid grid-cols-2 gap-3 narrow:grid-cols-1">
          {door.types.map((one) => (
            <Offer key={one.id} type={one} onChoose={() => onChoose(one.id)} />
          ))}
        </ul>
      )}
      {door.isMember ? (
        <Mine />
      ) : (
        <p className="text-ink-2">
          You work here?{' '}
          <a className="text-accent-ink underline" href="/sign-in?next=/ask">
            Sign in
          </a>{' '}
          to see what you asked for.
        </p>
      )}
      {door.contacts.length > 0 && <Contacts contacts={door.contacts} />}
    </>
  )
}

const Closed = ({ isMember }: { isMember: boolean }) => (
  <p className="text-ink-2">
    {isMember
      ? 'No request type is open to you yet. Whoever manages intake opens one under Requests, Types.'
      : 'Requests are open to those who sign in.'}
  </p>
)

const Offer = ({ type, onChoose }: { type: OfferedType; onChoose: () => void }) => (
  <li>
    <button
      type="button"
      onClick={onChoose}
      className="flex h-full w-full flex-col gap-1 rounded-lg border border-line bg-surface p-4 text-left hover:border-line-strong hover:bg-hover"
    >
      <span className="font-medium">{type.name}</span>
      <span className="text-ink-2">{type.purpose}</span>
      <span className="text-sm text-ink-3">
        First answer within {type.promiseDays} working {type.promiseDays === 1 ? 'day' : 'days'}
      </span>
    </button>
  </li>
)

const Contacts = ({ contacts }: { contacts: { area: string; who: string; how: string }[] }) => (
  <Card title="Whom to ask for what">
    <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 narrow:grid-cols-1">
      {contacts.map((one) => (
        <div key={one.area} className="contents">
          <dt className="font-medium">{one.area}</dt>
          <dd className="text-ink-2">{[one.who, one.how].filter(Boolean).join(' · ')}</dd>
        </div>
      ))}
    </dl>
  </Card>
)
