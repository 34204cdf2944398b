/** The keys of the board, as `?` lists them. */
export const boardKeys = {
  title: 'On a board',
  rows: [
    { keys: 'j k h l', does: 'To the next card: down, up, left, right' },
    { keys: 'x', does: 'Select the card' },
    { keys: 'm', does: 'Pick up what is selected; arrows place it, Enter puts it down' },
    { keys: 'Enter', does: 'Open the card' },
    { keys: 'c', does: 'Add an item in this column' },
    { keys: 'e', does: 'Put the title in other words' },
    { keys: 'a', does: 'Assign to me, or no more' },
    { keys: '1 2 3 4', does: 'Urgent, high, normal, low' },
    { keys: '#', does: 'Take away' },
    { keys: '.', does: 'All that can be done with the card' },
    { keys: 'z', does: 'Undo what you did last' },
    { keys: 'f', does: 'Filter by words' },
  ],
}
