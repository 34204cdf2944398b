import { products, reasons } from './campaigns.ts'
import { type DemoSize, sizes } from './plan.ts'
import { pick, valuesTable } from './sql.ts'

/** People with names and addresses; a few write from a private mailbox, two in a hundred have no address at all. */
export const people = `
  create table people as
  with named as (
    select lives.* exclude (given, family), given_names.name as given, family_names.name as family,
      given_names.plain as given_plain, family_names.plain as family_plain,
      accounts.id as account_id, accounts.name as company, accounts.country, accounts.region, accounts.segment, accounts.owner,
      accounts.employees, case when u(lives.i, 17) < 0.05 then 'postbox.example' else accounts.domain end as domain
    from lives join accounts on lives.account = accounts.i
    join given_names on given_names.culture = accounts.culture and given_names.n = lives.given
    join family_names on family_names.culture = accounts.culture and family_names.n = lives.family
  ), addressed as (
    select *, case when u(account, 18) < 0.6 or domain = 'postbox.example' then given_plain || '.' || family_plain
      else left(given_plain, 1) || family_plain end as local_part
    from named
  ), counted as (
    select i, row_number() over (partition by domain, local_part order by i) as twin from (select i, domain, local_part from addressed)
  )
  select * exclude (local_part, twin, domain, given_plain, family_plain), mql_at is null and u(i, 19) < 0.027 as is_blank,
    local_part || case when twin > 1 then twin::varchar else '' end || '@' || domain as email
  from addressed join counted using (i)`

export const stages = valuesTable(
  'stages',
  ['n', 'name', 'share', 'probability'],
  [
    [1, 'Qualification', 0, 10],
    [2, 'Discovery', 0.16, 25],
    [3, 'Proposal', 0.42, 50],
    [4, 'Negotiation', 0.72, 75],
  ],
)

export const productTable = valuesTable(
  'products',
  ['code', 'name', 'family', 'price'],
  products.map(({ code, name, family, price }) => [code, name, family, price]),
)

const productNames = products.map(({ name }) => name)

/** Deals begun by leads, and those that sales found by itself. Winning is drawn towards the quarter's end. */
export const deals = (size: DemoSize): string => `
  create table deals as
  with begun as (
    select i, account, origin, opportunity_at as opened_at, closes_at, is_won from people where opportunity_at is not null
    union all
    select i, account, null, opened_at, after(opened_at, case when is_won then lognormal(i, 83, 70, 0.5) else lognormal(i, 83, 45, 0.7) end), is_won
    from (
      select i, floor(u(i, 80) * (select count(*) from accounts))::bigint as account, after(days.day::timestamp, clock(i, 81)) as opened_at, u(i, 82) < 0.2 as is_won
      from (select 900000000 + r as i, u(900000000 + r, 84) as share from range(${Math.ceil(sizes[size].contacts / 90)}) t(r)) found
      asof join days on found.share <= days.upto
    )
  ), paired as (
    select begun.*, accounts.id as account_id, accounts.name as company, accounts.segment, accounts.owner, accounts.employees,
      ${pick(productNames, 'u(begun.i, 85)')} as product,
      date_trunc('quarter', closes_at) + interval 3 month as quarter_end
    from begun join accounts on begun.account = accounts.i
  )
  select paired.* exclude (closes_at, quarter_end),
    case when is_won and quarter_end - closes_at < interval 24 day and u(paired.i, 86) < 0.45
      then greatest(closes_at, after(quarter_end, -0.3 - 4 * u(paired.i, 87))) else closes_at end as closes_at,
    (round(price * (9 + 2 * pow(employees, 0.55) * lognormal(paired.i, 88, 1, 0.45)) / 100) * 100)::int as amount,
    1 + floor(u(paired.i, 89) * 4)::int as reached, case when u(paired.i, 95) < 0.9 then 'New Business' else 'Expansion' end as kind,
    ${pick(reasons.lost, 'u(paired.i, 96)')} as loss_reason
  from paired join products on products.name = product order by paired.i`

/** Deals won before marketing had heard of the person: the import must find them, so the truth lists them. */
export const earlyWins = (size: DemoSize, from: string, cut: string): string[] => [
  `create table early as
   select deals.i, lead_at - interval 9 day as closed_at from deals join people using (i)
   where deals.is_won and deals.closes_at < '${cut}' and people.lead_at > date '${from}' + 120
   order by u(deals.i, 97), deals.i limit ${{ tiny: 2, small: 9, large: 40 }[size]}`,
  `update deals set closes_at = closed_at, opened_at = closed_at - interval 31 day from early where early.i = deals.i`,
]

/** Stage entries of each deal up to the last day; a lost one may end before the later stages. */
export const history = (cut: string): string => `
  create table history as
  select * from (
    select deals.i, stages.n::int as n, stages.name as stage, probability, amount, closes_at,
      opened_at + to_microseconds((epoch_us(closes_at - opened_at) * share)::bigint) as entered_at
    from deals join stages on is_won or stages.n <= reached
    union all
    select i, 5, case when is_won then 'Closed Won' else 'Closed Lost' end, case when is_won then 100 else 0 end, amount, closes_at, closes_at
    from deals
  ) where entered_at < '${cut}' order by i, n`

/** Who takes part in a deal: its lead, and up to a few colleagues already known. */
export const roles = (cut: string): string => `
  create table roles as
  select deals.i as deal, people.i as person, deals.i = people.i as is_primary,
    ${pick(['Decision Maker', 'Economic Buyer', 'Champion', 'Influencer', 'User', 'Evaluator'], 'u(deals.i * 31 + people.i, 98)')} as role
  from deals join people on deals.account = people.account
    and (deals.i = people.i or (people.lead_at < deals.opened_at and not people.is_blank and u(deals.i * 31 + people.i, 99) < 0.12))
  where deals.opened_at < '${cut}' order by deals.i, people.i`
