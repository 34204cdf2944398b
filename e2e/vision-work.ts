import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { settled } from './browser.ts'
import type { Demo } from './demo.ts'
import { cardOf, carry, column, go, inDays, windowOf } from './vision-steps.ts'

export const wanted = 'A banner for the partner tour'

/** A sprint of the creative team, with what was accepted in it. */
export async function planSprint(page: Page): Promise<void> {
  await page.keyboard.press('c')
  const form = page.getByRole('dialog', { name: 'Plan a sprint' })
  await form.getByRole('combobox', { name: 'Team' }).click()
  await page.getByRole('option', { name: 'Creative' }).click()
  await form.getByLabel('Name').fill('Sprint 15')
  await form.getByLabel('Goal').fill('The partner tour has its banner')
  await form.getByRole('button', { name: 'Plan it' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sprint 15' }).waitFor()
  await page.getByLabel('Filter items').fill('partner tour')
  const choice = page.getByRole('list', { name: 'To choose from' }).getByRole('listitem')
  await choice.filter({ hasText: wanted }).focus()
  await page.keyboard.press(' ')
}

/** The sprint that runs is ended, what is open carried over, and the next one begun. */
export async function endAndBegin(page: Page): Promise<void> {
  await go(page, 'Sprints')
  await page
    .getByRole('row')
    .filter({ hasText: 'Creative' })
    .filter({ hasText: 'Sprint 14' })
    .getByText('Sprint 14')
    .click()
  await page.getByRole('heading', { level: 1, name: 'Sprint 14' }).waitFor()
  await page.keyboard.press('s')
  const end = page.getByRole('dialog', { name: 'End Sprint 14' })
  await end.getByRole('button', { name: /^All \d+ to the next sprint/ }).click()
  await end.getByRole('button', { name: 'End the sprint' }).click()
  await page.getByText(/Sprint 14 has ended/).waitFor()

  await go(page, 'Sprints')
  await page.getByRole('row').filter({ hasText: 'Sprint 15' }).getByText('Sprint 15').click()
  await page.getByRole('heading', { level: 1, name: 'Sprint 15' }).waitFor()
  await page.keyboard.press('s')
  await page.getByText(/Sprint 15 has begun with/).waitFor()
}

/** One more into Concept, with somebody who works on it. */
async function fill(page: Page): Promise<void> {
  const concept = column(page, 'Concept').locator('[data-card]')
  const before = await concept.count()
  const others = column(page, 'Brief').locator('[data-card]').filter({ hasNotText: wanted })
  await carry(page, others.filter({ hasText: 'Assigned to' }).first(), 1)
  await expect.poll(() => concept.count(), { timeout: 10_000 }).toBe(before + 1)
}

export async function onward(page: Page, to: string): Promise<void> {
  await carry(page, cardOf(page, wanted), 1)
  const agreed = page.getByRole('button', { name: 'So it is: move' })
  await column(page, to).getByText(wanted).or(agreed).first().waitFor()
  if (await agreed.isVisible()) await agreed.click()
  await column(page, to).getByText(wanted).waitFor()
}

export async function approve(demo: Demo, url: string): Promise<void> {
  const solveig = await windowOf(demo, 'solveig')
  await solveig.setViewportSize({ width: 1600, height: 900 })
  await solveig.goto(url)
  await cardOf(solveig, wanted).focus()
  await solveig.keyboard.press('.')
  await solveig.getByRole('button', { name: 'Approve' }).click()
  await cardOf(solveig, wanted).getByText('approved', { exact: true }).waitFor()
  await solveig.context().close()
}

/** Blocked by an agency since two days ago; the blocker is opened. */
export async function block(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Blocked', exact: true }).click()
  const form = page.getByRole('dialog', { name: 'An item is blocked' })
  await form.getByLabel('What is missing').fill('The print file of the banner')
  await form.getByRole('combobox', { name: 'By whom' }).fill('Atelier')
  await page.getByRole('option', { name: /Atelier Fontanel/ }).click()
  await form.getByLabel('Blocked since').fill(inDays(-2))
  await form.getByRole('button', { name: 'Block it' }).click()
  await form.waitFor({ state: 'hidden' })
  await page
    .getByRole('row')
    .filter({ hasText: 'The print file of the banner' })
    .getByText('The print file')
    .click()
}

/** To somebody who can end it. */
export async function handUp(page: Page): Promise<void> {
  await page.keyboard.press('h')
  const up = page.getByRole('dialog', { name: 'Hand it up' })
  await up.getByRole('combobox', { name: 'To' }).fill('Rafael')
  await page.getByRole('option', { name: /Rafael Monteiro/ }).click()
  await up.getByLabel('What they should do').fill('Call the agency today')
  await up.getByRole('button', { name: 'Hand up' }).click()
}

/** From the page of the item. */
export async function unblock(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'The print file of the banner' }).click()
  await page.getByRole('button', { name: 'Unblock' }).waitFor()
  await page.keyboard.press('u')
  await page.getByLabel('In a few words').fill('They sent it')
  await page.getByRole('dialog', { name: 'What ended it' }).getByRole('button', { name: 'Unblock' }).click()
  await page.getByText(/is blocked no more by Atelier Fontanel/).waitFor()
}

/** It counts among the days that others cost. */
export async function readLedger(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Days lost' }).click()
  await settled(page)
  await page.getByRole('button', { name: /^Explain By others/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('row')
    .filter({ hasText: 'The print file of the banner' })
    .getByText('Atelier Fontanel')
    .waitFor()
  await page.keyboard.press('Escape')
}

/** A full stage refuses it, until one leaves. */
export async function waitForRoom(page: Page): Promise<void> {
  const concept = column(page, 'Concept')
  while ((await concept.locator('[data-card]').count()) < 6) await fill(page)
  await carry(page, cardOf(page, wanted), 1)
  await page
    .locator('[data-toast]')
    .getByText('Concept takes 6 items at once and holds 6. Finish one first')
    .waitFor()
  await column(page, 'Brief').getByText(wanted).waitFor()
  await carry(page, concept.locator('[data-card]').first(), -1)
  await page.getByRole('button', { name: 'So it is: move' }).click()
  await expect.poll(() => concept.locator('[data-card]').count(), { timeout: 10_000 }).toBe(5)
  await carry(page, cardOf(page, wanted), 1)
  await concept.getByText(wanted).waitFor()
}
