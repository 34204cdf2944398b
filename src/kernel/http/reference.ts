import type { Contract, Route } from '../contract.ts'
import { schemaOf } from './openapi.ts'

/** A readable reference of every route, printed from the contracts; works without scripts. */
export function referencePage(contracts: Contract[]): string {
  const filled = contracts.filter((contract) => Object.keys(contract.routes).length > 0)
  const index = filled.map(
    (one) =>
      `<li><a href="#${one.module}">${one.module}</a> <span>${Object.keys(one.routes).length}</span></li>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Fullscore API</title><link rel="stylesheet" href="/reference.css"></head><body>
<nav aria-label="Modules"><h1>Fullscore API</h1><ul>${index.join('')}</ul><p><a href="/api/openapi.json">OpenAPI 3.1</a></p></nav>
<main><section><h2>How to call</h2>
<p>Send JSON. Authenticate with <code>Authorization: Bearer &lt;API key&gt;</code>, made under Settings. Query strings take lists as <code>a,b</code> and objects as JSON.
Every command takes an <code>Idempotency-Key</code>. Errors are <code>problem+json</code> with a <code>detail</code> a person can act on.
The same routes are commands: <code>fullscore identity people --json</code>.</p></section>
${filled.map(moduleSection).join('\n')}</main></body></html>`
}

const moduleSection = (
  contract: Contract,
): string => `<section id="${contract.module}"><h2>${contract.module}</h2>
${Object.values(contract.routes).map(routeArticle).join('\n')}</section>`

function routeArticle(route: Route): string {
  return `<article id="${route.id}"><h3><b class="${route.method}">${route.method}</b> <code>/api${escaped(route.path)}</code></h3>
<p>${escaped(route.summary)}</p><p class="access">Access: <code>${escaped(route.access)}</code></p>
<details><summary>Input</summary><pre>${pretty(schemaOf(route.input, 'input'))}</pre></details>
<details><summary>Answer</summary><pre>${pretty(schemaOf(route.output, 'output'))}</pre></details></article>`
}

const pretty = (value: unknown): string => escaped(JSON.stringify(value, null, 2))
const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
