import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { ErrorState, Skeleton } from '../../../ui/parts/Faces.tsx'
import { isBroken, sentence, useCommand } from '../../../ui/query.ts'
import { Alone } from '../../identity/web/index.ts'
import { agenda } from '../contract.ts'

/** The click was in the letter: the page stops it at once, and offers the way back. */
export default function StopPage() {
  const { pass = '' } = useParams({ strict: false }) as { pass?: string }
  const stop = useCommand(agenda.stopDigest, { isQuiet: true })
  const resume = useCommand(agenda.resumeDigest, { isQuiet: true })
  const [rhythm, setRhythm] = useState<string>()
  const [error, setError] = useState<unknown>()
  const ask = (command: typeof stop | typeof resume) =>
    command.attempt({ pass }).then((done) => setRhythm(done.rhythm), setError)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each address
  useEffect(() => void ask(stop), [pass])

  if (error)
    return (
      <Alone title="This link does not work">
        <Card>
          <ErrorState
            isSmall
            what={sentence(error)}
            safe={isBroken(error) ? 'Open the link once more.' : 'Nothing was changed.'}
            action={<Button to="/digest">Sign in and choose there</Button>}
          />
        </Card>
      </Alone>
    )
  if (rhythm === undefined)
    return (
      <Alone title="One moment">
        <Skeleton className="h-16" />
      </Alone>
    )
  const isOff = rhythm === 'off'
  return (
    <Alone
      title={isOff ? 'The digest is stopped' : 'The digest comes again'}
      hint={isOff ? 'No further letter goes out to you.' : `It comes ${rhythm}.`}
    >
      <Card>
        <Button isBusy={stop.isRunning || resume.isRunning} onClick={() => void ask(isOff ? resume : stop)}>
          {isOff ? 'Let it come again' : 'Stop it'}
        </Button>
      </Card>
    </Alone>
  )
}
