import { dayIn } from '../../../methods/days.ts'
import { useOrganisation } from '../../../ui/port/Ports.tsx'

/** The day it is where the organisation is. */
export const useToday = (): string => dayIn(useOrganisation().timeZone, new Date())
