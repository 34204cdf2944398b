import { Writer, Warehouse } from '/work/wt/me/src/engine/warehouse.ts'
const slow: [number,string][] = []
for (const m of ['run','query'] as const) {
  const o = (Writer.prototype as any)[m]
  ;(Writer.prototype as any)[m] = async function(sql: string, p: unknown) { const t=performance.now(); try { return await o.call(this, sql, p) } finally { const d=performance.now()-t; slow.push([d, sql]); } }
}
import { startEmbedded } from '/work/wt/me/src/kernel/db/embedded.ts'
import { openApp } from '/work/wt/me/src/server/open.ts'
import { readConfig } from '/work/wt/me/src/kernel/config.ts'
import { perform } from '/work/wt/me/src/kernel/perform.ts'
import { localOwner } from '/work/wt/me/src/kernel/actor.ts'
import { imports } from '/work/wt/me/src/modules/imports/contract.ts'
import { freshen } from '/work/wt/me/src/modules/imports/server/index.ts'
import { openAsBlob } from 'node:fs'
import { basename } from 'node:path'
const dir = '/tmp/prof-data'
import { rmSync } from 'node:fs'
rmSync(dir, {recursive:true, force:true})
const { app, close } = await openApp(readConfig({ FULLSCORE_DATA: dir, LOG_LEVEL: 'error' }))
const report = (label: string, t0: number) => { const tot=slow.reduce((s,[d])=>s+d,0); console.log(label, 'total', Math.round(performance.now()-t0), 'duck', Math.round(tot), slow.length); for (const [d,s] of slow.sort((a,b)=>b[0]-a[0]).slice(0,Number(process.env.TOP??4))) console.log('   ', Math.round(d), s.length, s.replace(/\s+/g,' ').slice(0,160)); slow.length=0 }
const ids: string[] = []
for (const f of process.argv.slice(2)) {
  const t0=performance.now()
  const { items } = await perform(app, imports.upload, { name: basename(f) }, { actor: localOwner, via: 'test', file: (await openAsBlob(f)).stream() as any })
  report('inspect '+basename(f)+' '+items[0]!.status, t0)
  if (items[0]!.status==='ready') ids.push(items[0]!.id)
}
for (const id of ids) { const t0=performance.now()
await perform(app, imports.land, { ids: [id] }, { actor: localOwner, via: 'test' })
for (;;) { const one = await perform(app, imports.show, { id }, { actor: localOwner, via:'test' }); if (one.status!=='landing') break; await new Promise(r=>setTimeout(r,50)) }
report('land '+id, t0) }
const t0=performance.now(); await freshen(app); report('freshen', t0)
await close()
