import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OfFile } from './OfFile.tsx'

test.each([
  ['empty.csv: The file is empty.', '<strong>empty.csv</strong>: The file is empty.'],
  ['empty.csv, row 3: Too few cells.', '<strong>empty.csv</strong>, row 3: Too few cells.'],
  ['The connection was lost.', '<strong>empty.csv</strong>: The connection was lost.'],
])('a file is named once: %s', (says, shown) =>
  expect(renderToStaticMarkup(<OfFile file="empty.csv" says={says} />)).toBe(shown),
)
