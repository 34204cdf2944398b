import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { installMissing } from './install.mjs'
import { root } from './root.mjs'

installMissing({ dev: true })
const { chromium: findChromium } = await import('./chromium.mjs')
const { chromium } = await import('playwright-core')

const folder = join(root, 'docs/images')
const { values, positionals: only } = parseArgs({
  options: { url: { type: 'string' } },
  allowPositionals: true,
})
const faces = [
  { name: 'light', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'dark', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { name: 'narrow', colorScheme: 'light', viewport: { width: 390, height: 844 } },
]

/** A file nobody knows, with a day-or-month question. */
const ambiguous = [
  'Lead ID,Full Name,Work E-mail,Captured,Channel',
  '1,Ada Bright,ada@north.example,03/04/2026,Webinar',
  '2,Bo Stern,bo@south.example,05/06/2026,Paid Social',
  '3,Cleo Marsh,cleo@west.example,07/08/2026,Newsletter',
].join('\n')

const data = mkdtempSync(join(tmpdir(), 'fullscore-screenshots-'))
const server = values.url ? { url: values.url } : await start(data)
const browser = await chromium.launch({
  executablePath: await findChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
try {
  mkdirSync(folder, { recursive: true })
  await takeAll(server.url)
} finally {
  await browser.close()
  server.child?.kill()
  await server.closed
  rmSync(data, { recursive: true, force: true })
}

async function takeAll(url) {
  if (server.child) await takeIn(url, undefined, [{ name: 'first-run', path: '/welcome' }])
  const password = await fillWithDemo(url)
  const visitor = [
    { name: 'sign-in', path: '/sign-in' },
    { name: 'forgot', path: '/forgot' },
  ]
  await takeIn(url, undefined, visitor)
  const session = await signIn(url, password)
  const { links, pages } = await pagesOf(url, session)
  await takeIn(url, undefined, links)
  await takeIn(url, session, pages)
}

/** Start the product on an empty folder, on a port of its own choice. */
function start(path) {
  const args = ['scripts/start.mjs', '--data', path, '--port', '0']
  const env = { ...process.env, LOG_LEVEL: 'warn', DATABASE_URL: '' }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  const closed = new Promise((resolve) => child.once('close', resolve))
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk) => {
      said += chunk
      const url = /ready at (http\S+)/.exec(said)?.[1]
      if (url) resolve({ url, child, closed })
    })
    child.once('close', () => reject(new Error(said || 'The server did not start.')))
  })
}

async function fillWithDemo(url) {
  if (server.child) await post(url, '/api/demo', { size: 'small' })
  for (;;) {
    // While the figures are derived a connection may be dropped; the next one is answered.
    const answer = await fetch(`${url}/api/demo`).catch(() => undefined)
    const status = answer ? await answer.json() : {}
    if (status.state === 'ready') return status.password
    if (status.state === 'failed') throw new Error(status.reason)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function signIn(url, password) {
  const context = await browser.newContext()
  const email = 'imogen@brindlemoor.example'
  const answer = await context.request.post(`${url}/api/session`, { data: { email, password } })
  if (!answer.ok()) throw new Error(await answer.text())
  return context.storageState()
}

/** Every page of the navigation, one detail page of each kind, and what only a link leads to. */
async function pagesOf(url, session) {
  const context = await browser.newContext({ storageState: session, viewport: faces[0].viewport })
  const ask = async (path) => (await context.request.get(`${url}/api${path}`)).json()
  const tell = async (path, data) => (await context.request.post(`${url}/api${path}`, { data })).json()
  const page = await context.newPage()
  await page.goto(url)
  await settled(page)
  const found = await page.locator('nav a[href^="/"]').evaluateAll((all) => all.map((one) => one.pathname))
  const nav = [...new Set(found)].map((path) => ({
    name: path.slice(1).replaceAll('/', '-') || 'home',
    path,
  }))

  const unsettled = await context.request.post(`${url}/api/imports?name=spring-leads.csv`, {
    headers: { 'content-type': 'application/octet-stream' },
    data: Buffer.from(ambiguous),
  })
  const waiting = (await unsettled.json()).items[0].id
  const landed = (await ask('/imports?status=landed&limit=50')).items
  const contacts = landed.find((one) => /contact/i.test(one.title)) ?? landed[0]
  const won = (await ask('/opportunities?outcome=won&limit=1')).items[0]
  const lead = (await ask('/leads?stage=sql&limit=1')).items[0] ?? (await ask('/leads?limit=1')).items[0]
  const people = (await ask('/people')).people
  const boards = (await ask('/dashboards')).items
  const kpi = (await ask('/kpis?state=signed')).items.find((one) => one.pathKind === 'seasonal')
  const goal = (await ask('/goals')).items[1]
  const department = (await ask('/departments')).items.find((one) => one.name === 'IT')
  const review = (await ask('/reviews')).items[0]
  const team = (await ask('/team-agreements')).items.find((one) => one.version > 0)
  const series = (await ask('/check-ins')).items[0]
  const asked = (await ask('/asks')).items.find((one) => one.of !== null)
  const round = (await ask('/questionnaires')).items.find((one) => one.submittedAt !== null)
  const line = (await ask('/budget/lines')).lines.find((one) => one.load > 0)
  const order = (await ask('/budget/orders')).items.find((one) => one.kind === 'blanket')
  const invoice = (await ask('/budget/invoices')).items[0]
  const scenario = (await ask('/scenarios')).items.find((one) => /print/.test(one.name))
  const chance = (await ask('/cases')).items[0]
  const board = boards.find((one) => /CMO/.test(one.name)) ?? boards[0]
  const planned = (await ask('/campaigns')).items
  const campaign = planned.find((one) => one.changeOpen) ?? planned[0]
  const pictured = planned.find((one) => one.level === 'campaign') ?? campaign
  const launch = (await ask('/launches')).items.find((one) => one.state === 'confirmed')
  const agency = (await ask('/agencies')).items[0]
  const sprint = (await ask('/sprints')).items[0]
  const proof = (await ask('/proofs')).items[0]
  const item = (await ask('/work/items?limit=1&sort=changed&isDown=true')).items[0]
  const stepped = planned.find((one) => one.name.endsWith('webinar')) ?? campaign
  const invited = await tell('/people', {
    name: 'Ottilie Brandt',
    email: 'ottilie@brindlemoor.example',
    roles: [],
  })
  await context.close()

  const detail = (kind, id) => `/${kind}/${encodeURIComponent(id)}`
  return {
    links: invited.link?.url ? [{ name: 'invited', path: new URL(invited.link.url).pathname }] : [],
    pages: [
      ...nav,
      { name: 'import', path: detail('imports', contacts.id) },
      { name: 'import-waiting', path: detail('imports', waiting) },
      { name: 'opportunity', path: detail('opportunities', won.id) },
      { name: 'lead', path: detail('leads', lead.id) },
      { name: 'person', path: detail('people', people[0].id) },
      { name: 'invite', path: '/people/new' },
      { name: 'explore', path: '/metrics/explore?metrics=leads,won,win_rate&by=channel' },
      { name: 'return-by-spend', path: '/return?basis=spend&costs=media' },
      { name: 'return-points', path: '/return?chart=points' },
      { name: 'optimiser-curves', path: '/optimiser?outcome=ad_conversions&tab=curves' },
      { name: 'optimiser', path: '/optimiser?outcome=ad_conversions' },
      { name: 'cost-new', path: '/costs?show=new' },
      { name: 'rates', path: '/costs?tab=rates' },
      { name: 'budget-line', path: `/budget/lines/${line.id}` },
      { name: 'budget-order', path: `/budget/orders/${order.id}` },
      { name: 'budget-accruals', path: '/budget/accruals' },
      { name: 'budget-guard', path: '/budget/guard' },
      { name: 'budget-invoice', path: `/budget/invoices/${invoice.id}` },
      { name: 'budget-orders-hunted', path: '/budget/orders?hunted=yes' },
      { name: 'budget-decisions', path: '/budget/requests?tab=log' },
      { name: 'budget-authority', path: '/budget/requests?tab=authority' },
      { name: 'budget-ask', path: '/budget/requests?show=new' },
      { name: 'scenario', path: detail('scenarios', scenario.id) },
      { name: 'scenario-compare', path: `${detail('scenarios', scenario.id)}?tab=compare` },
      { name: 'scenario-effects', path: `${detail('scenarios', scenario.id)}?tab=effects` },
      { name: 'case', path: detail('cases', chance.id) },
      { name: 'case-sheet', path: `${detail('cases', chance.id)}/sheet` },
      { name: 'capacity', path: '/capacity' },
      { name: 'routines', path: '/routines' },
      { name: 'priorities', path: '/priorities' },
      { name: 'vision-share', path: '/vision-share' },
      { name: 'load', path: '/load' },
      { name: 'time', path: '/time' },
      { name: 'working-time', path: '/working-time' },
      { name: 'away', path: '/away' },
      { name: 'leave', path: '/leave' },
      { name: 'skills', path: '/skills' },
      { name: 'hubs', path: '/hubs' },
      { name: 'working-days', path: '/working-days' },
      { name: 'positions', path: '/positions' },
      { name: 'positions-elsewhere', path: '/positions/elsewhere' },
      { name: 'positions-hours', path: '/positions/hours' },
      { name: 'drift', path: '/drift' },
      { name: 'drift-spend', path: '/drift?tab=spend' },
      { name: 'drift-response', path: '/drift?tab=response' },
      { name: 'attribution-models', path: '/attribution?period=all&models=all' },
      { name: 'attribution-journeys', path: '/attribution?period=all&tab=journeys' },
      { name: 'attribution-totals', path: '/attribution?tab=totals' },
      { name: 'attribution-settings', path: '/attribution?tab=settings' },
      { name: 'landing', path: '/forecast?tab=landing' },
      { name: 'campaign', path: detail('campaigns', campaign.id) },
      { name: 'files', path: detail('campaigns', pictured.id), before: openPicture },
      { name: 'campaign-results', path: `${detail('campaigns', campaign.id)}?tab=results` },
      { name: 'campaign-changes', path: `${detail('campaigns', campaign.id)}?tab=changes` },
      { name: 'campaign-new', path: '/campaigns/new' },
      { name: 'links', path: '/campaigns/links' },
      { name: 'campaign-steps', path: `${detail('campaigns', stepped.id)}?tab=steps` },
      { name: 'back-up', path: `${detail('campaigns', stepped.id)}?tab=back-up` },
      { name: 'templates', path: '/templates' },
      { name: 'back-up-plans', path: '/back-up-plans' },
      { name: 'launches-list', path: '/launches?tab=list' },
      { name: 'launch', path: detail('launches', launch.id) },
      { name: 'work-item', path: detail('work/items', item.id) },
      { name: 'proof', path: detail('proofs', proof.id) },
      { name: 'agency', path: detail('agencies', agency.id) },
      { name: 'agency-spending', path: `${detail('agencies', agency.id)}?tab=spending` },
      { name: 'sprint', path: detail('sprints', sprint.id) },
      { name: 'flow-forecast', path: '/flow?tab=forecast' },
      { name: 'flow-workflow', path: '/flow?tab=workflow&period=all' },
      { name: 'delays', path: '/delays' },
      { name: 'fields', path: '/settings/fields' },
      { name: 'propose', path: '/signatures?show=new' },
      { name: 'demo', path: '/demo' },
      { name: 'kpi', path: detail('kpis', kpi.id) },
      { name: 'kpi-new', path: '/kpis/new' },
      { name: 'goal', path: detail('goals', goal.id) },
      { name: 'intake', path: '/intake' },
      { name: 'front-door', path: '/ask' },
      { name: 'takeovers', path: '/work/takeovers' },
      { name: 'calendar-feeds', path: '/calendar-feeds' },
      { name: 'digest', path: '/digest' },
      { name: 'department', path: detail('departments', department.id) },
      { name: 'department-edit', path: `${detail('departments', department.id)}?edit=1` },
      { name: 'ask', path: detail('asks', asked.id) },
      { name: 'asks-board', path: '/asks?view=board' },
      { name: 'team', path: `/teamwork/teams/${team.team.id}` },
      { name: 'review', path: detail('reviews', review.id) },
      { name: 'check-in', path: detail('check-ins', series.id) },
      ...['help', 'improvements', 'lessons', 'feedback', 'wins', 'delegation', 'questions', 'directory'].map(
        (tab) => ({ name: `teamwork-${tab}`, path: `/teamwork?tab=${tab}` }),
      ),
      { name: 'question-load', path: '/question-load' },
      { name: 'faq', path: '/faq' },
      { name: 'questionnaire', path: detail('questionnaires', round.id) },
      { name: 'questionnaire-questions', path: '/questionnaires?show=questions' },
      { name: 'vision-edit', path: '/vision?edit=1' },
      { name: 'dashboard', path: `${detail('dashboards', board.id)}?period=last-quarter` },
      { name: 'metric', path: '/metrics/leads?period=last-quarter' },
      { name: 'creative-weeks', path: '/creative?period=last-quarter&tab=weeks' },
      { name: 'explain', path: '/funnel', before: openExplain },
      { name: 'palette', path: '/', before: (one) => one.keyboard.press('ControlOrMeta+k') },
      { name: 'api-reference', path: '/api/docs' },
    ],
  }
}

async function openExplain(page) {
  await page
    .getByRole('button', { name: /explain/i })
    .first()
    .click()
  await page.getByRole('dialog').waitFor()
}

async function openPicture(page) {
  await page
    .getByRole('button', { name: /Key visual.*look at it/ })
    .first()
    .click()
  await page.getByRole('dialog').locator('img').waitFor()
}

async function takeIn(url, session, pages) {
  for (const face of faces) {
    const { viewport, colorScheme } = face
    const context = await browser.newContext({
      viewport,
      colorScheme,
      storageState: session,
      reducedMotion: 'reduce',
    })
    const page = await context.newPage()
    for (const one of pages) {
      if (only.length > 0 && !only.includes(one.name)) continue
      await take(page, url, one, face.name).catch((error) => {
        console.error(`${one.name}, ${face.name}: ${error.message}`)
        process.exitCode = 1
      })
    }
    await context.close()
  }
}

async function take(page, url, { name, path, before }, face) {
  await page.goto(`${url}${path}`)
  await settled(page)
  await before?.(page)
  await settled(page)
  await page.screenshot({ path: join(folder, `${name}-${face}.png`) })
  console.log(`${name}-${face}.png`)
}

async function settled(page) {
  await page.locator('h1, h2').first().waitFor()
  await page.locator('main .bone, [aria-busy="true"]').first().waitFor({ state: 'hidden' })
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(350)
}

async function post(url, path, body) {
  const headers = { 'content-type': 'application/json' }
  const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(await answer.text())
}
