import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AttributeType } from '../model.ts'
import { Warehouse } from '../warehouse.ts'
import { isBlankSql, type ValueFormat, valueSql } from './index.ts'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await Warehouse.open({ path: ':memory:' })
})
afterAll(() => warehouse.close())

async function read(text: string, type: AttributeType, format?: ValueFormat, zone = 'UTC', scale?: 'micros') {
  const [row] = await warehouse.query(
    `select (${valueSql('text', type, format, { zone, ...(scale && { scale }) })})::varchar as value from (select $1::varchar as text)`,
    [text],
  )
  return row!.value as string | null
}

test.each<[string, ValueFormat, number | null]>([
  ['1234.5', 'point', 1234.5],
  ['1,234.5', 'point', 1234.5],
  ['1,23,456.78', 'point', 123456.78],
  ['1.234,5', 'comma', 1234.5],
  ['1.234', 'comma', 1234],
  ['850,50', 'comma', 850.5],
  ['1 234,5', 'comma', 1234.5],
  ['1\u00a0234,5 €', 'comma', 1234.5],
  ['1\u202f234.5', 'point', 1234.5],
  ["1'234.50", 'point', 1234.5],
  ['$1,234', 'point', 1234],
  ['$1.2m', 'point', 1_200_000],
  ['$1,2 m', 'comma', 1_200_000],
  ['3.5k', 'point', 3500],
  ['€2 Mrd.', 'point', 2_000_000_000],
  ['12 %', 'point', 12],
  ['77.77%', 'point', 77.77],
  ['(123)', 'point', -123],
  ['($1,234.50)', 'point', -1234.5],
  ['-$5', 'point', -5],
  ['−7', 'point', -7],
  ['15-', 'point', -15],
  ['1,234.56 EUR', 'point', 1234.56],
  ['INR 904.26', 'point', 904.26],
  ['.5', 'point', 0.5],
  ['1e3', 'point', 1000],
  [' 42 ', 'point', 42],
  ['--', 'point', null],
  ['1,2', 'point', null],
  ['twelve', 'point', null],
  ['12 apples', 'point', null],
  ['$', 'point', null],
  ['1.2.3', 'point', null],
  ['99999999999999999999999999', 'point', null],
])('the number in “%s” written with a %s is %s', async (text, format, expected) => {
  const value = await read(text, 'decimal', format)
  expect(value === null ? null : Number(value)).toBe(expected)
})

test('micros are divided by a million without loss', async () => {
  expect(await read('904260001', 'decimal', 'point', 'UTC', 'micros')).toBe('904.2600010000')
})

test.each([
  ['12', '12'],
  ['12.0', '12'],
  ['46,168', '46168'],
  ['12.5', null],
])('the whole number in “%s” is %s', async (text, expected) => {
  expect(await read(text, 'integer', 'point')).toBe(expected)
})

test.each<[string, ValueFormat, string, string | null]>([
  ['2024-03-09', 'iso', 'UTC', '2024-03-09 00:00:00'],
  ['2024-03-09', 'iso', 'Europe/Berlin', '2024-03-08 23:00:00'],
  ['2024-03-09T14:05:06Z', 'iso', 'Europe/Berlin', '2024-03-09 14:05:06'],
  ['2024-03-09T14:05:06.123456Z', 'iso', 'UTC', '2024-03-09 14:05:06.123456'],
  ['2024-03-09 14:05:06 UTC', 'iso', 'Europe/Berlin', '2024-03-09 14:05:06'],
  ['2024-03-09T14:05:06+02:00', 'iso', 'America/New_York', '2024-03-09 12:05:06'],
  ['2024-03-09T14:05:06.000+0000', 'iso', 'America/New_York', '2024-03-09 14:05:06'],
  ['2024-03-09 14:05:06 +0100', 'iso', 'UTC', '2024-03-09 13:05:06'],
  ['2024-03-09 14:05+02', 'iso', 'UTC', '2024-03-09 12:05:00'],
  ['2024-03-09T14:05 -05:00', 'iso', 'UTC', '2024-03-09 19:05:00'],
  ['2024-03-09T14:05Z', 'iso', 'Europe/Berlin', '2024-03-09 14:05:00'],
  ['2024-03-09 14:05 UTC', 'iso', 'Europe/Berlin', '2024-03-09 14:05:00'],
  ['3/9/2024 14:05+02:00', 'mdy', 'UTC', '2024-03-09 12:05:00'],
  ['2024-07-09 14:05', 'iso', 'America/New_York', '2024-07-09 18:05:00'],
  ['2024/03/09 14:05', 'iso', 'UTC', '2024-03-09 14:05:00'],
  ['2024-03-09 2:05 PM', 'iso', 'UTC', '2024-03-09 14:05:00'],
  ['3/9/2024', 'mdy', 'UTC', '2024-03-09 00:00:00'],
  ['3/9/24', 'mdy', 'UTC', '2024-03-09 00:00:00'],
  ['3/9/2024', 'dmy', 'UTC', '2024-09-03 00:00:00'],
  ['09-03-2024', 'dmy', 'UTC', '2024-03-09 00:00:00'],
  ['09.03.2024 14:05:06', 'dmy', 'UTC', '2024-03-09 14:05:06'],
  ['6/21/2025 16:14', 'mdy', 'UTC', '2025-06-21 16:14:00'],
  ['6/21/2025 4:14 PM', 'mdy', 'Europe/Berlin', '2025-06-21 14:14:00'],
  ['6/21/2025, 4:14:09 p.m.', 'mdy', 'UTC', '2025-06-21 16:14:09'],
  ['20240309', 'compact', 'UTC', '2024-03-09 00:00:00'],
  ['2024030914', 'compact-hour', 'UTC', '2024-03-09 14:00:00'],
  ['12/Mar/24 9:41 AM', 'day-name', 'UTC', '2024-03-12 09:41:00'],
  ['9 March 2024', 'day-name', 'UTC', '2024-03-09 00:00:00'],
  ['Jul 8, 2025', 'name-day', 'UTC', '2025-07-08 00:00:00'],
  ['July 8, 2025', 'name-day', 'UTC', '2025-07-08 00:00:00'],
  ['May 8, 2025, 4:15 PM', 'name-day', 'UTC', '2025-05-08 16:15:00'],
  ['1700000000', 'epoch-s', 'Europe/Berlin', '2023-11-14 22:13:20'],
  ['1700000000123', 'epoch-ms', 'UTC', '2023-11-14 22:13:20.123'],
  ['45000.5', 'excel', 'UTC', '2023-03-15 12:00:00'],
  ['13/13/2024', 'mdy', 'UTC', null],
  ['2024-02-30', 'iso', 'UTC', null],
  ['1899-12-31', 'iso', 'UTC', null],
  ['2101-01-01', 'iso', 'UTC', null],
  ['0024-01-01', 'iso', 'UTC', null],
  ['soon', 'iso', 'UTC', null],
  ['999999999999999999999', 'epoch-s', 'UTC', null],
])('the time in “%s” (%s, %s) is %s', async (text, format, zone, expected) => {
  expect(await read(text, 'time', format, zone)).toBe(expected)
})

test.each<[string, ValueFormat, string, string | null]>([
  ['2024-03-09', 'iso', 'Europe/Berlin', '2024-03-09'],
  ['2024-03-09T23:30:00Z', 'iso', 'Europe/Berlin', '2024-03-10'],
  ['2024-03-09 23:30', 'iso', 'Europe/Berlin', '2024-03-09'],
  ['3/9/2024', 'mdy', 'Asia/Tokyo', '2024-03-09'],
  ['Jul 8, 2025', 'name-day', 'Asia/Tokyo', '2025-07-08'],
  ['1710024000', 'epoch-s', 'Asia/Tokyo', '2024-03-10'],
])('the day in “%s” (%s, %s) is %s', async (text, format, zone, expected) => {
  expect(await read(text, 'date', format, zone)).toBe(expected)
})

test.each<[string, AttributeType, string | null]>([
  [' Ana.Ortiz@Example.COM ', 'email', 'ana.ortiz@example.com'],
  ['not an address', 'email', null],
  ['https://www.Example.co.uk/path?x=1', 'domain', 'example.co.uk'],
  ['example.com:8080', 'domain', 'example.com'],
  ['localhost', 'domain', null],
  ['TRUE', 'boolean', 'true'],
  ['No', 'boolean', 'false'],
  ['perhaps', 'boolean', null],
  [' 00123 ', 'id', '00123'],
  ['=1+1', 'text', '=1+1'],
  ['@handle', 'text', '@handle'],
  ['(not set)', 'text', '(not set)'],
  [' -- ', 'text', null],
  ['N/A', 'text', null],
])('“%s” as %s is %s', async (text, type, expected) => {
  expect(await read(text, type)).toBe(expected)
})

test.each([
  ['', true],
  ['  ', true],
  [' --', true],
  ['-', true],
  ['NULL', true],
  ['0', false],
  ['none', false],
])('“%s” says nothing: %s', async (text, expected) => {
  const [row] = await warehouse.query(
    `select ${isBlankSql('text')} as blank from (select $1::varchar as text)`,
    [text],
  )
  expect(row!.blank).toBe(expected)
})
