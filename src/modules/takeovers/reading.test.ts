import { expect, test } from 'vitest'
import { kindOf, peopleOf, readTable, sourceOf, understand, waitsOf } from './rules.ts'

const asana = [
  'Task ID',
  'Created At',
  'Completed At',
  'Last Modified',
  'Name',
  'Section/Column',
  'Assignee',
  'Assignee Email',
  'Start Date',
  'Due Date',
  'Tags',
  'Notes',
  'Projects',
  'Parent task',
]
const jira = [
  'Summary',
  'Issue key',
  'Issue id',
  'Issue Type',
  'Status',
  'Project name',
  'Priority',
  'Assignee',
  'Created',
  'Resolved',
  'Due date',
  'Labels',
  'Labels (2)',
  'Original Estimate',
  'Custom field (Story Points)',
  'Comment',
]

test('an export of Asana is known by its headings and read with people, days and parents', () => {
  expect(sourceOf(asana)).toBe('asana')
  const means = understand(asana)
  expect(means.filter(Boolean)).toHaveLength(14)
  const cells = [
    '7',
    '2026-01-05',
    '2026-02-01',
    '2026-02-01',
    'Landing page',
    'Done',
    'Kai Okafor',
    'KAI@northwind.example',
    '2026-01-10',
    '2026-01-30',
    'fair, page',
    'Line one\nLine two',
    'Fair 2026',
    '5',
  ]
  const draft = readTable(
    {
      columns: asana,
      rows: [
        { row: 2, cells },
        { row: 3, cells: ['8', ...Array(13).fill('')] },
        { row: 4, cells },
      ],
    },
    means,
    { source: 'asana', name: 'file' },
  )
  expect(draft).toMatchObject({ board: 'Fair 2026', stages: ['Done'] })
  expect(draft.items).toHaveLength(1)
  expect(draft.items[0]).toMatchObject({
    ...{ key: '7', title: 'Landing page', labels: ['fair', 'page'], dueOn: '2026-01-30', parentKey: '5' },
    ...{
      doneAt: '2026-02-01T00:00:00.000Z',
      assignees: [{ name: 'Kai Okafor', email: 'kai@northwind.example' }],
    },
  })
  expect(draft.rejects).toEqual([
    { row: 3, why: 'It has no title.' },
    { row: 4, why: 'Its id 7 is in the file twice.' },
  ])
})

test('an export of Jira keeps repeated columns, estimates in seconds, and comments with who and when', () => {
  expect(sourceOf(jira)).toBe('jira')
  const cells = [
    'Fix the form',
    'OPS-4',
    '10',
    'Bug',
    'In Progress',
    'Ops',
    'High',
    'Kai Okafor',
    '12/Mar/24 9:41 AM',
    '',
    '',
    'form',
    'site',
    '7200',
    '3',
    '13/Mar/24 10:00 AM;kai;Seen; it is the script',
  ]
  const { items } = readTable({ columns: jira, rows: [{ row: 2, cells }] }, understand(jira), {
    source: 'jira',
    name: 'x',
  })
  expect(items[0]).toMatchObject({
    ...{
      key: 'OPS-4',
      labels: ['form', 'site'],
      estimateMinutes: 120,
      points: 3,
      type: 'Bug',
      stage: 'In Progress',
    },
    comments: [{ by: 'kai', at: '2024-03-13T10:00:00.000Z', text: 'Seen; it is the script' }],
  })
})

test('groups of Monday become labels, and headings that come again are passed over', () => {
  const columns = ['Name', 'Person', 'Status', 'Date']
  const rows = [
    ['This month', '', '', ''],
    ['Write', 'Kai Okafor, Pia Novak', 'Working on it', '2026-05-01'],
    columns,
    ['Ship', '', 'Done', ''],
  ]
  const draft = readTable(
    { columns, rows: rows.map((cells, at) => ({ row: at + 2, cells })) },
    understand(columns),
    { source: sourceOf(columns), name: 'Plan' },
  )
  expect(draft.source).toBe('monday')
  expect(draft.items.map((one) => [one.title, one.labels, one.assignees.length])).toEqual([
    ['Write', ['This month'], 2],
    ['Ship', ['This month'], 0],
  ])
  expect(peopleOf(draft).map((one) => one.name)).toEqual(['Kai Okafor', 'Pia Novak'])
})

test.each([
  ['Done ✅', 'done'],
  ['✅', 'done'],
  ['🚀 Shipped!', 'done'],
  ['📥 To-do', 'waiting'],
  ['Won’t do', 'done'],
  ['🔧 Doing', 'active'],
])('the list %s is %s', (name, kind) => {
  expect(kindOf(name)).toBe(kind)
})

test('what items of Asana and Jira wait for is read from both sides; a circle is not closed', () => {
  const columns = [
    'Task ID',
    'Name',
    'Section/Column',
    'Blocked By (Dependencies)',
    'Blocking (Dependencies)',
  ]
  const cells = [
    ['1', 'Text, long', 'Doing', '', ''],
    ['2', 'Layout', 'Doing', 'Text, long', '3'],
    ['3', 'Print', 'Doing', '', '1'],
  ]
  const draft = readTable(
    { columns, rows: cells.map((row, at) => ({ row: at + 2, cells: row })) },
    understand(columns),
    { source: 'asana', name: 'x' },
  )
  expect([...waitsOf(draft.items)].map(([key, others]) => [key, ...others])).toEqual([
    ['2', '1'],
    ['3', '2'],
  ])
  expect(
    understand([
      'Inward issue link (Blocks)',
      'Outward issue link (Blocks)',
      'Outward issue link (Blocks) (2)',
    ]),
  ).toEqual(['waits', 'holds', 'holds'])
})
