import { Button } from '../../../ui/parts/Button.tsx'
import { Card } from '../../../ui/parts/Card.tsx'
import { useCommand } from '../../../ui/query.ts'
import { useEnter } from '../../identity/web/index.ts'
import { demo } from '../contract.ts'

/** The other way to begin: look around in a company that exists already. */
export default function DemoChoice() {
  const start = useCommand(demo.start)
  const enter = useEnter()
  return (
    <Card title="Or look around first">
      <p className="mb-3 text-ink-2">
        Brindlemoor Software, three years of exports from its tools, and its people to sign in as. It takes a
        few minutes to fill; you see how far it is and may look around meanwhile.
      </p>
      <Button
        look="secondary"
        isBusy={start.isRunning}
        onClick={async () => {
          if (await start.attempt({ size: 'small' })) enter('/demo')
        }}
      >
        Explore with the demo company
      </Button>
    </Card>
  )
}
