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
  {
    title: 'In lists of items',
    rows: [
      { keys: 'mod+a', does: 'Select what is loaded; again: all that match' },
      { keys: 'i', does: 'Assign what is selected' },
      { keys: 'd', does: 'Set its due day' },
      { keys: 'p', does: 'Set its priority' },
      { keys: 'l', does: 'Change its labels' },
      { keys: 'v', does: 'Say what it serves' },
      { keys: 'm', does: 'Move it' },
      { keys: '#', does: 'Take it away' },
      { keys: 'z', does: 'Undo what you did last' },
      { keys: 'w', does: 'Widen My work, or narrow it' },
    ],
  },
  {
    title: 'On the timeline',
    rows: [
      { keys: 'ArrowLeft', does: 'A day earlier; with Shift a week, with Alt its end alone' },
      { keys: 'ArrowRight', does: 'A day later' },
      { keys: '+', does: 'By weeks' },
      { keys: '-', does: 'By months' },
      { keys: 't', does: 'Back to today' },
    ],
  },
]
