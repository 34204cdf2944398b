import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { literal } from '../../../engine/ingest/index.ts'
import type { Writer } from '../../../engine/warehouse.ts'
import { activities, fileQueries } from './files-sql.ts'
import type { Frame } from './generate.ts'
import { demoCompany } from './plan.ts'

export type DemoFile = { path: string; name: string }

const csv = `(format csv, header true, timestampformat '%Y-%m-%d %H:%M:%S')`

/** Write every export; the touches as Parquet, since they are millions. */
export async function writeFiles(db: Writer, folder: string, frame: Frame): Promise<DemoFile[]> {
  const files: DemoFile[] = []
  const write = async (name: string, query: string, format = csv): Promise<string> => {
    const path = join(folder, name)
    await db.run(`copy (${query}) to ${literal(path)} ${format}`)
    files.push({ path, name })
    return path
  }

  for (const { name, columns, order } of fileQueries(frame)) {
    await write(name, `select ${columns} order by ${order}`)
  }
  await write('marketo-activities.parquet', activities, '(format parquet)')
  for (const report of adReports(frame)) {
    const path = await write(report.name, report.query)
    await surround(path, report.above, await totals(db, report.below))
  }
  return files
}

type Report = { name: string; query: string; above: string; below?: string }

/** Preambles, total rows and number formats as the advertising and web tools print them. */
function adReports({ from, until }: Frame): Report[] {
  const { name, currency } = demoCompany
  return [
    {
      name: 'google-ads-campaign-report.csv',
      above: `Campaign report\n"${longDay(from)} - ${longDay(until)}"\n`,
      query: `select day as "Day", name as "Campaign", id as "Campaign ID", 'Enabled' as "Campaign status", type as "Campaign type", '${currency}' as "Currency code",
        format('{:,}', impressions) as "Impr.", format('{:,}', clicks) as "Clicks", format('{:,}', clicks) as "Interactions",
        printf('%.2f', spend) as "Cost", printf('%.2f', conversions::double) as "Conversions"
        from ad_days where platform = 'google_ads' order by day, n`,
      below: `select 'Total: Account,,,,,${currency},"' || format('{:,}', sum(impressions)) || '","' || format('{:,}', sum(clicks)) || '","' || format('{:,}', sum(clicks))
        || '",' || printf('%.2f', sum(spend::decimal(18, 2))::double) || ',' || printf('%.2f', sum(conversions)::double) as line
        from ad_days where platform = 'google_ads'`,
    },
    {
      name: 'meta-ads-manager.csv',
      above: '',
      query: `select '${name}' as "Account name", name as "Campaign name", day as "Day", impressions as "Impressions", '${currency}' as "Currency",
        printf('%.2f', spend) as "Amount spent (${currency})", clicks as "Link clicks", conversions as "Results", day as "Reporting starts", day as "Reporting ends"
        from ad_days where platform = 'meta_ads' order by day, n`,
    },
    {
      name: 'linkedin-campaign-performance-report.csv',
      above: `Campaign Performance Report (in UTC)\nReport Start: ${slashed(from)}\nReport End: ${slashed(until)}\n\n`,
      query: `select strftime(day, '%-m/%-d/%Y') as "Start Date (in UTC)", '${name}' as "Account Name", 'Always on' as "Campaign Group Name", name as "Campaign Name", id as "Campaign ID",
        '${currency}' as "Currency", printf('%.2f', spend) as "Total Spent", impressions as "Impressions", clicks as "Clicks", conversions as "Conversions"
        from ad_days where platform = 'linkedin_ads' order by day, n`,
    },
    {
      name: 'ga4-traffic-acquisition.csv',
      above: [
        '# ----------------------------------------',
        '# Traffic acquisition: Session primary channel group (Default Channel Group)',
        `# Account: ${name}`,
        `# Property: ${demoCompany.domain}`,
        '# ----------------------------------------',
        '# ',
        '# All Users',
        `# Start date: ${from.replaceAll('-', '')}`,
        `# End date: ${until.replaceAll('-', '')}`,
        '',
      ].join('\n'),
      query: `select name as "Session primary channel group (Default channel group)", strftime(day, '%Y%m%d') as "Date", users as "Users", sessions as "Sessions",
        engaged as "Engaged sessions", events as "Event count", conversions as "Key events" from web_days order by day, n`,
    },
  ]
}

async function totals(db: Writer, query: string | undefined): Promise<string> {
  const [row] = query ? await db.query<{ line: string }>(query) : []
  return row ? `${row.line}\n` : ''
}

async function surround(path: string, above: string, below: string): Promise<void> {
  if (above || below) await writeFile(path, `${above}${await readFile(path, 'utf8')}${below}`)
}

const monthNames =
  'January February March April May June July August September October November December'.split(' ')

function longDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return `${monthNames[month - 1]} ${date}, ${year}`
}

function slashed(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${month}/${date}/${year}`
}
