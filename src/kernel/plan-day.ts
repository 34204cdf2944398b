import { z } from 'zod'

/** A day that somebody plans for or looks back to. A year of another century is a slip of the keys. */
export const PlanDay = z.iso
  .date('is not a date: write it like 2026-02-28')
  .refine((day) => day >= '1990-01-01' && day <= '2100-12-31', 'must lie between the years 1990 and 2100')
