import type { Declaration } from '../declaration.ts'

const conversions = [
  'conversions',
  'total_conversions',
  'conversion',
  'total_conversion',
  'conv',
  'converted',
]
const nulls = [
  'nulls',
  'null',
  'total_null',
  'total_nulls',
  'non_conversions',
  'null_conversions',
  'conv_null',
]

export const journeys: Declaration[] = [
  {
    id: 'journeys',
    source: 'journeys',
    title: 'Aggregated journeys',
    has: [
      ['path', 'paths', 'journey', 'channel_path', 'conversion_path', 'touchpoint_path'],
      [...conversions, ...nulls],
    ],
    not: ['sessions', 'Impressions', 'email', 'date'],
    parts: [
      {
        object: 'journey',
        attributes: {
          path: ['path', 'paths', 'journey', 'channel_path', 'conversion_path', 'touchpoint_path'],
          conversions,
          value: [
            'value',
            'total_conversion_value',
            'conversion_value',
            'conversions_value',
            'total_value',
            'revenue',
          ],
          nulls,
        },
      },
    ],
  },
]
