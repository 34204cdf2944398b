import { aboutWork as notUsed } from '../../rules.ts'
import { leftAside } from '../declaration.ts'

export const workItems = [
  ...leftAside('jira', {
    jira: {
      title: 'Jira issues',
      has: ['Summary', 'Issue key', ['Issue Type', 'Status', 'Issue id']],
      notUsed,
    },
  }),
  ...leftAside('asana', {
    asana: {
      title: 'Asana tasks',
      has: ['Task ID', 'Name', ['Section/Column', 'Completed At'], 'Assignee'],
      notUsed,
    },
  }),
  ...leftAside('trello', {
    'trello-cards': {
      title: 'Trello cards',
      has: ['Card ID', 'Card Name', ['List Name', 'Board Name']],
      notUsed,
    },
    'trello-board': { title: 'Trello board', has: ['idBoard', 'idList', ['idShort', 'shortLink']], notUsed },
    'trello-export': { title: 'Trello board', has: ['cards', 'lists', 'actions', 'checklists'], notUsed },
  }),
  ...leftAside('monday', {
    monday: {
      title: 'Monday items',
      has: ['Name', ['Subitems', 'Item ID (auto generated)'], ['Person', 'Owner', 'Status', 'Timeline']],
      notUsed,
    },
  }),
]
