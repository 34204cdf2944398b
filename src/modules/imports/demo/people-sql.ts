import { companyRoots, companyTails, companyWords, countries, cultures, legalForms, titles } from './names.ts'
import { regions, salesPeople } from './people.ts'
import { channelNames, channels, type DemoSize, sizes } from './plan.ts'
import { byValue, pick, valuesTable, weighted } from './sql.ts'

export type Span = { from: string; until: string }

const months = [1.05, 1.08, 1.12, 0.98, 1, 0.97, 0.8, 0.68, 1.14, 1.16, 1.08, 0.7]

/** Each day with its share of arrivals: growth over the years, summer and December dips, quiet weekends. */
export const days = ({ from, until }: Span): string => `
  create table days as
  with weights as (
    select day, (1 + 0.9 * (row_number() over (order by day) - 1) / 1096)
      * [${months.join(', ')}][month(day)] * case when isodow(day) > 5 then 0.24 else 1 end as weight
    from (select unnest(generate_series(date '${from}', date '${until}', interval 1 day))::date as day)
  )
  select day, weight, sum(weight) over (order by day) / sum(weight) over () as upto from weights`

export const nameTables = (): string[] => [
  valuesTable(
    'given_names',
    ['culture', 'n', 'name', 'plain'],
    Object.entries(cultures).flatMap(([culture, [given]]) => named(culture, given)),
  ),
  valuesTable(
    'family_names',
    ['culture', 'n', 'name', 'plain'],
    Object.entries(cultures).flatMap(([culture, [, family]]) => named(culture, family)),
  ),
  valuesTable(
    'sales',
    ['id', 'name', 'title', 'region', 'manager', 'email'],
    salesPeople.map(({ id, name, title, region, manager }) => [
      id,
      name,
      title,
      region,
      manager,
      mailOf(name),
    ]),
  ),
]

const named = (culture: string, names: string) =>
  names.split(' ').map((name, n) => [culture, n, name, plainLetters(name)])

const mailOf = (name: string) => `${name.split(' ').map(plainLetters).join('.')}@brindlemoor.example`

/** As a name is written in an address: lower case, a to z. */
const plainLetters = (name: string) =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replace(/[^a-z]/g, '')

const roots = companyRoots.split(' ')
const kinds = roots.length * companyWords.length
const names = kinds * companyTails.length * legalForms.length

/** Seller ids of a region: six in a row after the five managers. */
const seller = (by: string): string =>
  `'005BM' || lpad((1005 + 6 * ${byValue('region', Object.fromEntries(regions.map((name, r) => [name, r])))} + floor(${by} * 6)::int)::varchar, 10, '0')`

/** Companies; each name is one combination of root, word, tail and legal form, taken once, the plain ones first. */
export const accounts = (size: DemoSize): string => `
  create table accounts as
  with drawn as (
    select i, (i // ${kinds}) as round, (i % ${kinds}) * 7919 % ${kinds} as n,
      ${weighted(
        'u(i, 101)',
        countries.map(([country, , , weight]) => [country, weight]),
      )} as country
    from range(${Math.min(names, Math.ceil(sizes[size].contacts / 8))}) t(i)
  ), placed as (
    select *, ${byValue('country', Object.fromEntries(countries.map(([country, region]) => [country, `'${region}'`])))} as region,
      ${byValue('country', Object.fromEntries(countries.map(([country, , culture]) => [country, `'${culture}'`])))} as culture,
      ${pickAt(roots, `n % ${roots.length}`)} as root,
      ${pickAt(
        companyWords.map(([word]) => word),
        `n // ${roots.length}`,
      )} as word,
      ${pickAt(
        companyWords.map(([, industry]) => industry),
        `n // ${roots.length}`,
      )} as industry,
      ${pickAt(companyTails, `round % ${companyTails.length}`)} as tail,
      ${pickAt(legalForms, `round // ${companyTails.length}`)} as form,
      greatest(12, lognormal(i, 102, 210, 1.3))::int as employees
    from drawn
  )
  select i, '001BM' || lpad(i::varchar, 10, '0') as id, concat_ws(' ', root, word, nullif(tail, ''), nullif(form, '')) as name,
    regexp_replace(lower(concat_ws('-', root, word, nullif(tail, ''), nullif(form, ''))), '[^a-z]+', '-', 'g') || '.example' as domain,
    industry, country, region, culture, employees,
    (employees * (90 + 140 * u(i, 103)))::bigint * 1000 as revenue,
    case when employees < 100 then 'Small business' when employees < 1000 then 'Mid-market' else 'Enterprise' end as segment,
    ${seller('u(i, 104)')} as owner
  from placed order by i`

function pickAt(values: readonly string[], index: string): string {
  return `[${values.map((value) => `'${value}'`).join(', ')}][1 + (${index})::int]`
}

const mix = (of: 'first' | 'later' | 'keen') =>
  channelNames.map((name) => [name, channels[name][of]] as const)

export const channelBy = (by: string, of: 'first' | 'later' | 'keen'): string => weighted(by, mix(of))

/** People with the day they were first seen; `keenness` drives both how much they do and how readily they convert. */
export const contacts = (size: DemoSize): string => `
  create table contacts as
  with drawn as (
    select i, floor(pow(u(i, 1), 1.35) * (select count(*) from accounts))::bigint as account, u(i, 2) as share, gauss(i, 3) as keenness,
      ${channelBy('u(i, 4)', 'first')} as origin
    from range(${sizes[size].contacts}) t(i)
  ), seen as (
    select drawn.*, after(days.day::timestamp, clock(i, 5)) as first_at
    from drawn asof join days on drawn.share <= days.upto
  )
  select seen.i, account, keenness, origin, first_at, ${pick(titles, 'u(seen.i, 6)')} as title,
    floor(u(seen.i, 7) * 24) as given, floor(u(seen.i, 8) * 23) as family,
    after(first_at, case when u(seen.i, 9) < 0.62 then u(seen.i, 10) / 70 else lognormal(seen.i, 10, 6, 1) end) as lead_at
  from seen order by seen.i`
