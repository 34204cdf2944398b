import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { forbidden } from '../../kernel/errors.ts'
import { FaceOf } from '../kit/Page.tsx'
import { initials } from './Avatar.tsx'
import { Card } from './Card.tsx'

const full = () => <p>Rows</p>

describe('a page has four faces', () => {
  test('loading: bones, said aloud', () => {
    expect(renderToStaticMarkup(<FaceOf isLoading>{full}</FaceOf>)).toContain('aria-label="Loading"')
  })

  test('empty: one sentence and the first step', () => {
    const empty = { children: 'No import yet.', action: <button type="button">Import files</button> }
    const html = renderToStaticMarkup(<FaceOf empty={empty}>{full}</FaceOf>)
    expect(html).toContain('No import yet.')
    expect(html).toContain('Import files')
  })

  test('empty within a card: one quiet line', () => {
    const html = renderToStaticMarkup(
      <Card title="Hours">
        <FaceOf empty={{ children: 'Nobody gives hours to it.' }}>{full}</FaceOf>
      </Card>,
    )
    expect(html).toContain('<p>Nobody gives hours to it.</p>')
    expect(html).not.toContain('py-16')
  })

  test('error: what happened, what was not lost, what to do', () => {
    const html = renderToStaticMarkup(
      <FaceOf error={forbidden('Only finance may see costs.')} onRetry={() => {}}>
        {full}
      </FaceOf>,
    )
    expect(html).toContain('Only finance may see costs.')
    expect(html).toContain('Nothing was changed or lost.')
    expect(html).toContain('Try again')
  })

  test('full: the content', () => {
    expect(renderToStaticMarkup(<FaceOf>{full}</FaceOf>)).toBe('<p>Rows</p>')
  })
})

test.each([
  ['Ana Kovač', 'AK'],
  ['Maria de la Cruz', 'MC'],
  ['Prince', 'P'],
  ['', '?'],
])('%j has the initials %s', (name, letters) => expect(initials(name)).toBe(letters))
