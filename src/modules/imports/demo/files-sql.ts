import { literal } from '../../../engine/ingest/index.ts'
import { reasons } from './campaigns.ts'
import { channelNames, channels, type DemoSize, demoCompany } from './plan.ts'
import { byValue, pick } from './sql.ts'

/** Sales writes this product name wrongly now and then; nobody has told the import what it means. */
export const misspelt = { right: 'Brindle Dispatch', wrong: 'Brindle Dispach' }
/** Which deals carry the misspelling; more often in the tiny company, so that it has any. */
export const isMisspelt = (size: DemoSize): string =>
  `product = '${misspelt.right}' and u(i, 94) < ${size === 'tiny' ? 0.35 : 0.04}`

/** Touches from a leaflet's code arrive under a source nobody has mapped. */
export const unmappedSource = 'qr-leaflet / print'

const labelOf = (column: string) =>
  byValue(column, Object.fromEntries(channelNames.map((name) => [name, literal(channels[name].label)])))
const utmOf = (column: string) =>
  byValue(column, Object.fromEntries(channelNames.map((name) => [name, literal(channels[name].utm)])))

const by = (cut: string) => (column: string) => `case when ${column} < '${cut}' then ${column} end`
const reason = `case when rejected_at is not null then ${pick(reasons.rejected, 'u(i, 48)')} else ${pick(reasons.disqualified, 'u(i, 58)')} end`

/** How a lead stands in the CRM, by what had happened by the last day. */
const status = (
  cut: string,
) => `case when opportunity_at < '${cut}' then 'Converted' when rejected_at < '${cut}' then 'Rejected'
    when disqualified_at < '${cut}' then 'Disqualified' when sql_at < '${cut}' then 'Qualified' when sal_at < '${cut}' then 'Accepted' else 'New' end`

const tracked = channelNames.filter((name) => channels[name].isTracked)

/** Touches lost while tracking was out: a whole month of web and e-mail. */
export const isLost = (broken: string): string =>
  `touched_at >= '${broken}-01' and touched_at < date '${broken}-01' + interval 1 month and channel in (${tracked.map(literal).join(', ')})`

/** The touches that reach the file: of people who have a name by now, in the time shown, without the lost ones. */
export const shownTouches = (cut: string, broken: string): string => `
  create table shown as
  select touches.* from touches join sorts using (code)
  where touched_at < '${cut}' and not (${isLost(broken)}) and i in (select i from lives where lead_at < '${cut}')`

type FileQuery = { name: string; columns: string; order: string }

/** The files in the shape of their tools' exports, in the order in which they are best imported. */
export function fileQueries({ size, cut }: { size: DemoSize; cut: string }): FileQuery[] {
  const shown = by(cut)
  const query = (name: string, columns: string, order: string): FileQuery => ({ name, columns, order })
  return [
    query(
      'salesforce-users.csv',
      `id as "Id", email as "Username", name as "Name", email as "Email", title as "Title", 'Sales' as "Department", region as "Region__c",
        (select name from sales boss where boss.id = sales.manager) as "Manager", true as "IsActive" from sales`,
      'id',
    ),
    query(
      'salesforce-products.csv',
      `'01tBM' || lpad(substr(md5(code), 1, 10), 10, '0') as "Id", name as "Name", code as "ProductCode", family as "Family", price::int as "ListPrice", true as "IsActive" from products`,
      'code',
    ),
    query(
      'salesforce-accounts.csv',
      `id as "Id", name as "Name", 'www.' || domain as "Website", industry as "Industry", segment as "Segment__c", employees as "NumberOfEmployees",
        revenue as "AnnualRevenue", country as "BillingCountry", region as "BillingState", owner as "OwnerId",
        coalesce((select min(first_at) from lives where lives.account = accounts.i), (select min(day) from days)::timestamp) as "CreatedDate" from accounts`,
      'i',
    ),
    query(
      'salesforce-campaigns.csv',
      `'701BM' || substr(md5(name), 1, 10) as "Id", name as "Name", any_value(${labelOf('channel')}) as "Type", 'Completed' as "Status",
        min(make_date(month // 12, month % 12 + 1, 1)) as "StartDate", last_day(max(make_date(month // 12, month % 12 + 1, 1))) as "EndDate",
        any_value(case channel when 'event' then 18000 when 'webinar' then 2500 when 'partner' then 6000 else 1500 end) as "BudgetedCost"
        from programmes group by name`,
      'name',
    ),
    query(
      'marketo-people.csv',
      `1000001 + i as "Id", case when is_blank then null else email end as "Email Address", given as "First Name", family as "Last Name", title as "Job Title",
        company as "Company Name", country as "Country", region as "State", case when u(i, 28) < 0.03 then null else ${labelOf('origin')} end as "Person Source",
        case when mql_at < '${cut}' then 'Synced' else 'Marketing' end as "Person Status",
        least(100, greatest(0, round(18 + 14 * keenness + case when mql_at < '${cut}' then 40 else 0 end)))::int as "Person Score",
        lead_at as "Created At", ${shown('mql_at')} as "MQL Date", ${shown('sal_at')} as "SAL Date", ${shown('sql_at')} as "SQL Date"
        from people where lead_at < '${cut}'`,
      'i',
    ),
    query(
      'salesforce-leads.csv',
      `'00QBM' || lpad(i::varchar, 10, '0') as "Id", given as "FirstName", family as "LastName", email as "Email", title as "Title", company as "Company",
        country as "Country", region as "State", ${labelOf('origin')} as "LeadSource", ${status(cut)} as "Status", owner as "OwnerId",
        after(mql_at, 0.002) as "CreatedDate", mql_at as "MQL_Date__c", ${shown('sal_at')} as "SAL_Date__c", ${shown('sql_at')} as "SQL_Date__c",
        case when coalesce(rejected_at, disqualified_at) < '${cut}' then coalesce(rejected_at, disqualified_at) end as "Rejected_Date__c",
        case when coalesce(rejected_at, disqualified_at) < '${cut}' then ${reason} end as "Rejection_Reason__c",
        coalesce(opportunity_at < '${cut}', false) as "IsConverted", ${shown('opportunity_at')} as "ConvertedDate",
        case when opportunity_at < '${cut}' then account_id end as "ConvertedAccountId",
        case when opportunity_at < '${cut}' then '003BM' || lpad(i::varchar, 10, '0') end as "ConvertedContactId",
        case when opportunity_at < '${cut}' then '006BM' || lpad(i::varchar, 10, '0') end as "ConvertedOpportunityId"
        from people where mql_at < '${cut}'`,
      'i',
    ),
    query(
      'salesforce-contacts.csv',
      `'003BM' || lpad(i::varchar, 10, '0') as "Id", account_id as "AccountId", given as "FirstName", family as "LastName", email as "Email", title as "Title",
        country as "MailingCountry", ${labelOf('origin')} as "LeadSource", owner as "OwnerId", greatest(lead_at, first_role) as "CreatedDate"
        from people join (select person, min(opened_at) as first_role from roles join deals on deals.i = roles.deal group by person) taking on taking.person = i`,
      'i',
    ),
    query(
      'salesforce-opportunities.csv',
      `'006BM' || lpad(i::varchar, 10, '0') as "Id", account_id as "AccountId", case when origin is not null then '003BM' || lpad(i::varchar, 10, '0') end as "ContactId",
        company || ' – ' || product as "Name", now_at.stage as "StageName", amount as "Amount", '${demoCompany.currency}' as "CurrencyIsoCode",
        now_at.probability::int as "Probability", case when ${isMisspelt(size)} then '${misspelt.wrong}' else product end as "Product Name",
        coalesce(${labelOf('origin')}, 'Outbound') as "LeadSource", kind as "Type", segment as "Segment__c", owner as "OwnerId", opened_at as "CreatedDate",
        case when closes_at < '${cut}' then closes_at::date else greatest(opened_at::date + 75, date '${cut}' + (5 + 70 * u(i, 93))::int) end as "CloseDate",
        closes_at < '${cut}' as "IsClosed", is_won and closes_at < '${cut}' as "IsWon",
        case when not is_won and closes_at < '${cut}' then loss_reason end as "Loss_Reason__c"
        from deals join (select i, max_by(stage, n) as stage, max_by(probability, n) as probability from history group by i) now_at using (i)
        where opened_at < '${cut}'`,
      'i',
    ),
    query(
      'salesforce-opportunity-history.csv',
      `'008BM' || lpad((i * 8 + n)::varchar, 11, '0') as "Id", '006BM' || lpad(i::varchar, 10, '0') as "OpportunityId", stage as "StageName", amount as "Amount",
        probability::int as "Probability", closes_at::date as "CloseDate", entered_at as "CreatedDate" from history`,
      'i, n',
    ),
    query(
      'salesforce-opportunity-contact-roles.csv',
      `'00KBM' || lpad((row_number() over (order by deal, person))::varchar, 10, '0') as "Id", '006BM' || lpad(deal::varchar, 10, '0') as "OpportunityId",
        '003BM' || lpad(person::varchar, 10, '0') as "ContactId", role as "Role", is_primary as "IsPrimary" from roles`,
      'deal, person',
    ),
  ]
}

/** The touches, one activity each. Three in a hundred carry the channel's UTM spelling instead of its name. */
export const activities = `
  with labelled as (select *, ${labelOf('channel')} as label, ${utmOf('channel')} as utm from sorts)
  select k as "Activity ID", 1000001 + i as "Person ID", touched_at as "Activity Date", kind as "Activity Type", programmes.name as "Program Name",
    case when (what >> 16) & 1023 < 3 then '${unmappedSource}' when (what >> 16) & 1023 < 34 then utm else label end as "Channel"
  from shown join labelled using (code)
  left join programmes on programmes.campaign = labelled.campaign and programmes.month = year(touched_at) * 12 + month(touched_at) - 1`
