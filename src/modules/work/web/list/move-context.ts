import { createContext, useContext } from 'react'
import type { Item, Stage } from '../../contract.ts'

type MoveTo = (
  items: readonly Pick<Item, 'id' | 'number' | 'stageId'>[],
  stage: Stage,
  stages: readonly Stage[],
) => void

/** How rows of a list move: the page holds the dialog that may ask first. */
export const MoveContext = createContext<MoveTo>(() => undefined)
export const useMoveTo = (): MoveTo => useContext(MoveContext)
