import { Button } from '../../../ui/parts/Button.tsx'
import type { EmptyProps } from '../../../ui/parts/Faces.tsx'
import { usePeriod } from '../../../ui/period/usePeriod.ts'
import { useWhere } from '../../../ui/where/useWhere.ts'
import { LastWith } from '../../metrics/web/index.ts'

/** Why there is nothing to see, and the step that most likely mends it. */
export function useNothing(
  what: string,
  firstStep: string | undefined = `Import your leads and opportunities, and their ${what} show up here.`,
  /** The metric whose last quarter is offered where the period has nothing. */
  metric?: string,
): EmptyProps {
  const period = usePeriod()
  const { where, clear } = useWhere()
  if (where.length > 0) {
    return {
      children: `No ${what} are like that in ${period.label}.`,
      action: <Button onClick={clear}>Lift the filters</Button>,
    }
  }
  if (period.id !== 'all') {
    return {
      children: `There are no ${what} in ${period.label}.`,
      action: (
        <div className="flex flex-wrap justify-center gap-2">
          {metric && <LastWith metric={metric} what={what} />}
          <Button look={metric ? 'secondary' : 'primary'} onClick={() => period.set('all')}>
            Show all time
          </Button>
          <Button to="/imports">Import files</Button>
        </div>
      ),
    }
  }
  return {
    children: firstStep,
    action: (
      <Button look="primary" to="/imports">
        Import files
      </Button>
    ),
  }
}
