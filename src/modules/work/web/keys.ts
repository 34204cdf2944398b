import type { KeyGroup } from '../../../ui/module.ts'

/** The keys of the pages of items, as `?` lists them. */
export const itemKeys: KeyGroup[] = [
  {
    title: 'On an item',
    rows: [
      { keys: 'e', does: 'Put the title in other words' },
      { keys: '>', does: 'Move on to the next stage' },
      { keys: 'a', does: 'Assign to me, or no more' },
      { keys: '1 2 3 4', does: 'Urgent, high, normal, low' },
      { keys: 'y', does: 'Copy the link' },
      { keys: 'd', does: 'Duplicate' },
      { keys: '#', does: 'Take away' },
      { keys: 'z', does: 'Undo what you did last' },
    ],
  },
]
