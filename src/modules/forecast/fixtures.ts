import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Deal = {
  opened: string | null
  closed?: string
  stage?: 'Engaging' | 'Prospecting' | 'Won' | 'Lost'
  value?: number
  product?: string
}

/** A file of opportunities headed as the Maven pipeline, made for a test. */
export function dealsFile(deals: Deal[]): string {
  const lines = deals.map(({ opened, closed = '', stage = 'Engaging', value = '', product = 'GTX' }, at) =>
    [`D${at}`, 'Moses Frase', product, 'Cancity', stage, opened ?? '', closed, value].join(','),
  )
  const heading = 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value'
  const path = join(mkdtempSync(join(tmpdir(), 'fullscore-deals-')), 'sales_pipeline.csv')
  writeFileSync(path, `${[heading, ...lines].join('\n')}\n`)
  return path
}

/** `count` deals opened on the days of a month in turn. */
export const openedIn = (month: string, count: number, deal: Partial<Deal> = {}): Deal[] =>
  Array.from({ length: count }, (_, at) => ({
    opened: `${month}-${String(1 + (at % 28)).padStart(2, '0')}`,
    ...deal,
  }))
