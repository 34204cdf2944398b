import type { WebRoute } from '../../../../ui/module.ts'
import { question } from '../../../../ui/query.ts'
import { work } from '../../contract.ts'
import { itemsQuestion } from '../live-items.ts'
import { boardParts } from './useBoardItems.ts'

/** The cards are asked for together with their board, not after it. */
export const foresee: NonNullable<WebRoute['foresee']> = async ({ params: { id = '' } }, ask) =>
  ask(question(work.board, { id }), itemsQuestion(boardParts(id)), question(work.types, {}))
