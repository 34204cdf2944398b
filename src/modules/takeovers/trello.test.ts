import { expect, test } from 'vitest'
import { readTrello, TrelloBoard } from './rules.ts'

test('a board of Trello: lists in order, checklists by name, comments, moves and what else happened', () => {
  const card = '6785e16d09cc15bb17666cdf'
  const draft = readTrello(
    TrelloBoard.parse({
      name: 'Room',
      lists: [
        { id: 'b', name: 'Doing', pos: 2 },
        { id: 'a', name: 'To do', pos: 1 },
      ],
      cards: [
        {
          id: card,
          name: 'Page \u202e',
          idList: 'b',
          idMembers: ['m'],
          labels: [{ name: '', color: 'green' }],
          due: '2026-02-03T10:00:00Z',
          closed: true,
          pos: 'odd',
        },
      ],
      checklists: [
        {
          idCard: card,
          name: 'Check',
          checkItems: [
            { name: 'Two', state: 'complete', pos: 2 },
            { name: 'One', state: 'incomplete', pos: 1 },
          ],
        },
      ],
      members: [{ id: 'm', fullName: 'Kai Okafor', username: 'kai' }],
      actions: [
        {
          type: 'commentCard',
          date: '2026-01-03T00:00:00Z',
          data: { card: { id: card }, text: 'Good' },
          memberCreator: { fullName: 'Pia' },
        },
        {
          type: 'updateCard',
          date: '2026-01-02T00:00:00Z',
          data: { card: { id: card }, listBefore: { name: 'To do' }, listAfter: { name: 'Doing' } },
        },
        { type: 'createCard', date: '2026-01-01T00:00:00Z', data: { card: { id: card } } },
      ],
    }),
  )
  expect(draft.stages).toEqual(['To do', 'Doing'])
  expect(draft.items[0]).toMatchObject({
    ...{
      title: 'Page',
      stage: 'Doing',
      labels: ['green', 'archived'],
      dueOn: '2026-02-03',
      madeAt: '2025-01-14T04:00:45.000Z',
    },
    checks: [
      { list: 'Check', text: 'One', isDone: false },
      { list: 'Check', text: 'Two', isDone: true },
    ],
    comments: [{ by: 'Pia', text: 'Good' }],
    moves: [{ from: 'To do', to: 'Doing' }],
    happened: [{ words: 'made the card' }],
  })
})

test('a moment of Trello is the day it was then where the team works', () => {
  const card = { id: 'c', name: 'Page', idList: 'a', due: '2026-02-03T23:30:00Z', start: '2026-02-01' }
  const board = TrelloBoard.parse({ name: 'Room', lists: [{ id: 'a', name: 'To do' }], cards: [card] })
  expect(readTrello(board, 'Europe/Berlin').items[0]).toMatchObject({
    dueOn: '2026-02-04',
    startsOn: '2026-02-01',
  })
  expect(readTrello(board, 'America/New_York').items[0]!.dueOn).toBe('2026-02-03')
})
