import { generateDemo } from '/work/wt/me/src/modules/imports/demo/index.ts'
const t=Date.now(); await generateDemo('/tmp/demofiles', { size: 'small', until: '2026-11-21' }); console.log(Date.now()-t)
