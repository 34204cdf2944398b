import { WhereBar } from '../../../ui/where/WhereBar.tsx'
import { useDimensions, useValues } from './useCohort.ts'

export const Where = ({ name }: { name?: string }) => (
  <WhereBar name={name} dimensions={useDimensions()} useValues={useValues} />
)
