import { leftAside } from '../declaration.ts'

const versions = (things: string) =>
  `Earlier versions of ${things}; the ${things} file holds the current ones, and no figure counts the earlier.`

export const salesforceAside = leftAside('salesforce', {
  'salesforce-account-versions': {
    title: 'Salesforce account history',
    has: [
      'Id',
      'Name',
      '_fivetran_start',
      '_fivetran_end',
      ['Billing Country', 'Account Number', 'Industry'],
    ],
    not: ['Stage Name', 'Last Name'],
    notUsed: versions('accounts'),
  },
  'salesforce-contact-versions': {
    title: 'Salesforce contact history',
    has: ['Id', 'Last Name', '_fivetran_start', '_fivetran_end', ['Account ID', 'Lead Source']],
    notUsed: versions('contacts'),
  },
  'salesforce-field-history': {
    title: 'Salesforce account or contact field history',
    has: [['Account ID', 'Contact ID'], 'Field', 'New Value', 'Created Date'],
    not: ['Opportunity ID', 'Lead ID'],
    notUsed:
      'Changes of account and contact fields; only lead status and opportunity stage are followed over time.',
  },
  'salesforce-line-items': {
    title: 'Salesforce opportunity line items',
    has: ['Id', 'Opportunity ID', 'Quantity', ['Total Price', 'Unit Price']],
    notUsed:
      'Lines of an opportunity; its amount is read from the opportunity, so lines would count it twice.',
  },
  'salesforce-orders': {
    title: 'Salesforce orders',
    has: ['Id', 'Order Number', 'Account ID', ['Effective Date', 'Total Amount']],
    notUsed: 'Orders follow the sale; what was won is read from opportunities.',
  },
  'salesforce-roles': {
    title: 'Salesforce user roles',
    has: ['Id', 'Name', 'Developer Name', ['Parent Role ID', 'Rollup Description']],
    notUsed: 'Names of roles in Salesforce; sales people and their managers come from the users file.',
  },
})
