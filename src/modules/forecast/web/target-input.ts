import { z } from 'zod'

/** What the form holds: bookings in whole units of the currency. */
export const TargetDraft = z.object({
  amount: z
    .number('is a number, such as 2,500,000 or 2500.50')
    .positive('is more than 0')
    .max(1e12, 'is 1,000,000,000,000 at most'),
})
