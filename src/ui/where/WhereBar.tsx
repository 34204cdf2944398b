import { Conditions, type ConditionsProps } from './Conditions.tsx'
import { useWhere } from './useWhere.ts'

export type WhereBarProps = Pick<ConditionsProps, 'dimensions' | 'useValues'> & {
  /** The URL parameter, where a page holds two segments side by side. */
  name?: string
}

/** The conditions of a page, kept in its address. */
export function WhereBar({ name, ...rest }: WhereBarProps) {
  const { where, set } = useWhere(name)
  return <Conditions where={where} onSet={set} {...rest} />
}
