import { z } from 'zod'
import { contract, event } from '../../kernel/contract.ts'
import { boardRoutes } from './routes/boards.ts'
import { itemRoutes } from './routes/items.ts'
import { listRoutes } from './routes/lists.ts'
import { partRoutes } from './routes/parts.ts'
import { count, text } from './things.ts'

export * from './things.ts'

const reads = 'work:read'
const Named = z.object({ name: text })
/** Titles of confidential boards stay out of the feed: an item is told by its number. */
const OfItem = z.object({ item: text })
const Many = z.object({ items: text, count })

export const work = contract(
  'work',
  { ...boardRoutes, ...itemRoutes, ...listRoutes, ...partRoutes },
  {
    boardAdded: event('set up the board {name}', Named, reads),
    boardChanged: event('changed the board {name}', Named, reads),
    stagesSet: event('changed the workflow of the board {name}', Named, reads),
    boardArchived: event('put the board {name} away', Named, reads),
    boardTakenOut: event('took the board {name} out again', Named, reads),
    boardFavoured: event('keeps a board among the favourites', z.object({}), reads),
    boardUnfavoured: event('keeps a board among the favourites no more', z.object({}), reads),
    typeAdded: event('named the item type {name}', Named, reads),
    typeChanged: event('changed the item type {name}', Named, reads),
    added: event('added {item}', OfItem, reads),
    broughtIn: event('brought in {items} with their past', Many, reads),
    edited: event('changed {items}', Many.extend({ fields: z.array(text) }), reads),
    moved: event('moved {items} to {stage}', Many.extend({ stage: text }), reads),
    ordered: event('put {items} in another order', Many, reads),
    removed: event('took {items} away', Many, reads),
    undone: event('undid a change of {count} items', z.object({ count }), reads),
    approved: event('approved {item} in {stage}', OfItem.extend({ stage: text }), reads),
    sentBack: event(
      'sent {item} back from {stage}: {note}',
      OfItem.extend({ stage: text, note: text }),
      reads,
    ),
    checked: event('changed the checklist of {item}', OfItem, reads),
    linked: event('linked {item} to {other}', OfItem.extend({ other: text }), reads),
    unlinked: event('took the link of {item} to {other} away', OfItem.extend({ other: text }), reads),
  },
)
