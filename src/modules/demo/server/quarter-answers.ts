/** What the demo company’s sales said of the quarter before. */
export const lastQuarter: Record<string, string> = {
  result: 'Close the three utilities that were promised to the board.',
  figure:
    'Signed value of named accounts. Sixty per cent of the quarter’s plan was signed in the last two weeks.',
  three: 'Named accounts first, then the handover, then everything else.',
  whom: 'Utilities in the north, and the two logistics groups whose contracts end in spring.',
  heard: 'They ask for the field app without a connection.',
  stop: 'Nothing comes to mind.',
  content: 'Two of the three utilities signed, and a first meeting with both logistics groups.',
}

/** What it said of the quarter that is running. */
export const thisQuarter: Record<string, string> = {
  result: 'Two logistics groups signed before their contracts end.',
  figure: 'Signed value of named accounts, kept by sales operations; a fifth above the last quarter.',
  revenue:
    'Half from logistics, a third from utilities, the rest from those we have. Hardly anything from new regions.',
  above: 'That the forecast of week four is no further off than a tenth.',
  three:
    'Logistics accounts. Then reasons on every rejected lead, so that the score learns. Then the reference from Halvrund.',
  later: 'The partner newsletter, and the new one-pagers for retail.',
  days: 'Both contracts end on the last day of the quarter. Nobody signs in the week after the expo.',
  whom: 'The two logistics groups, and whoever of the installed base still runs the old dispatcher.',
  reasons:
    'Bought: they saw it run at another site of theirs. Not bought: twice the price of integration, once no answer from us for nine days.',
  heard: 'Works councils ask what the app stores of their drivers.',
  limits: 'Four people work leads in the south; more than sixty a week lie there.',
  others: 'IT for the sandbox, legal for the data sheet. IT knows.',
  wrong: 'The handover slips again. We would see it in leads older than two days.',
  stop: 'The weekly lead digest. Everybody reads the list itself.',
  content: 'Both groups signed, no lead older than two days, and a forecast that held.',
  otherwise: 'Ask us before a campaign is planned rather than when it is booked.',
}

/** A client who has begun and comes back to it. */
export const begun: Record<string, string> = {
  result: 'Renewals above nine in ten.',
  heard: 'Support answers faster than the partner does.',
}
