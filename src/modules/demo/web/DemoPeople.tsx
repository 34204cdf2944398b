import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCommand } from '../../../ui/query.ts'
import { identity } from '../../identity/contract.ts'
import { useEnter } from '../../identity/web/index.ts'

type Someone = { name: string; email: string; title: string; role: string }

/** Everybody one can be, with one click each: what a role may see is best seen as that role. */
export function DemoPeople({ people, password }: { people: Someone[]; password: string }) {
  const signIn = useCommand(identity.signIn)
  const enter = useEnter()
  return (
    <Card title="Sign in as">
      <p className="mb-3 text-ink-2">
        Everybody’s password is <code>{password}</code>.
      </p>
      <ul className="grid gap-1 min-[640px]:grid-cols-2">
        {people.map((person) => (
          <li key={person.email} className="flex items-center justify-between gap-2 py-1">
            <span className="min-w-0">
              <span className="block truncate font-medium">{person.name}</span>
              <span className="block truncate text-ink-3 text-sm">
                {person.title} · {person.role}
              </span>
            </span>
            <Button
              small
              aria-label={`Sign in as ${person.name}`}
              onClick={async () => {
                if (await signIn.run({ email: person.email, password })) enter('/')
              }}
            >
              Sign in
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
