import { Page } from '../../../ui/kit/Page.tsx'
import { useQuery } from '../../../ui/query.ts'
import { useUrl } from '../../../ui/useUrl.ts'
import { whiteboard } from '../contract.ts'
import { example } from '../rules.ts'
import { Boards } from './Boards.tsx'
import { Calculator } from './Calculator.tsx'

const fresh = { first: example[0], second: example[1] }

export default function WhiteboardPage() {
  const asked = useQuery(whiteboard.list, {})
  const [id, open] = useUrl('board')
  const items = asked.data?.items ?? []
  const board = items.find((one) => one.id === id)
  return (
    <Page
      title="Whiteboard"
      description="Two options side by side: volume × rate × value of each. Which is better, and what would make them equal?"
      isLoading={asked.isPending}
      error={asked.error}
      onRetry={asked.refetch}
    >
      {() => (
        <>
          <Calculator
            key={board ? `${board.id} ${board.savedAt}` : 'new'}
            board={board}
            start={board ?? fresh}
            onOpen={open}
          />
          <Boards items={items} opened={board?.id} onOpen={open} />
        </>
      )}
    </Page>
  )
}
