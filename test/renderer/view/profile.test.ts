import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { profileRows, propertyRows } from '../../../renderer/view/profile.ts';
import type { TimeStyle } from '../../../shared/format.ts';
import type { ProfileProperty } from '../../../shared/profile.ts';
import { NOW } from '../../support/popover-states.ts';
import { aProfile } from '../../support/token-states.ts';

const british: TimeStyle = { locale: 'en', dateLocale: 'en-GB', timeZone: 'Europe/Moscow' };
const russian: TimeStyle = { locale: 'ru', dateLocale: 'ru-RU', timeZone: 'Europe/Moscow' };

const property = (dataType: ProfileProperty['dataType'], value: string | null, style = british) =>
  propertyRows([{ id: 5, name: 'Field', dataType, value }], NOW, style)[0];

const rowOf = (id: string, over: Parameters<typeof aProfile>[0] = {}) =>
  profileRows(aProfile(over), NOW, british).find((row) => row.id === id);

describe('a profile', () => {
  test('says of null, empty and blank alike that nothing is filled in, and has nothing to copy there', () => {
    for (const value of [null, '', '  ']) {
      expect(rowOf('department', { department: value })).toMatchObject({
        value: null,
        instead: 'not filled in',
        copy: null,
      });
    }
  });

  test('shows what clocks show in its own zone', () => {
    expect(rowOf('localTime')?.value).toBe('Fri 20 Nov, 15:05');
    expect(rowOf('localTime', { timeZone: 'Pacific/Kiritimati' })?.value).toBe('Sat 21 Nov, 0:05');
  });

  test('makes no time up for a zone that is not told, or that this computer does not know', () => {
    expect(rowOf('timeZone', { timeZone: null })).toMatchObject({ value: null, copy: null });
    expect(rowOf('localTime', { timeZone: null })).toBeUndefined();
    expect(rowOf('timeZone', { timeZone: 'Mars/Olympus' })?.value).toBe('Mars/Olympus');
    expect(rowOf('localTime', { timeZone: 'Mars/Olympus' })).toBeUndefined();
  });

  test('shows a number of tags as one line', () => {
    expect(rowOf('tags', { tags: ['A', 'B'] })?.value).toBe('A, B');
    expect(rowOf('tags', { tags: [] })).toMatchObject({ value: null, instead: 'none' });
  });
});

describe('a field of the workspace', () => {
  test('of type date is the same day in every zone, in the locale’s writing', () => {
    expect(property('date', '1990-05-14')?.value).toBe('14 May 1990');
    expect(property('date', '1990-05-14', { ...russian, timeZone: 'Pacific/Kiritimati' })?.value).toBe(
      '14 мая 1990 г.',
    );
    expect(property('date', '1990-05-14', { ...british, timeZone: 'Pacific/Pago_Pago' })?.value).toBe('14 May 1990');
  });

  test('of type date with a time of day is that moment in the zone that counts', () => {
    expect(property('date', '2026-11-20T22:30:00.000Z')?.value).toBe('tomorrow, 1:30');
    expect(property('date', '2026-11-20T22:30:00+03:00')?.value).toBe('22:30');
  });

  test('of type date that is none, or none that exists, is shown as it is', () => {
    for (const value of ['soon', '2026-02-30', '14.05.1990']) expect(property('date', value)?.value).toBe(value);
  });

  test('of type number keeps every digit', () => {
    expect(property('number', '12345678901234567890.5')?.value).toBe('12,345,678,901,234,567,890.5');
    expect(property('number', '-1234.5', russian)?.value?.replace(/\s/g, ' ')).toBe('-1 234,5');
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (number) => {
        expect(property('number', String(number))?.value?.replaceAll(',', '')).toBe(String(number));
      }),
    );
  });

  test('of type number that is none is shown as it is', () => {
    for (const value of ['1e5', '12 pieces', '٣', '0x10']) expect(property('number', value)?.value).toBe(value);
  });

  test('of type link leads somewhere only over https', () => {
    expect(property('link', 'https://example.org/a')?.link).toBe(5);
    for (const value of ['http://example.org', 'javascript:alert(1)', 'file:///etc/passwd', 'example.org', null]) {
      expect(property('link', value)?.link, String(value)).toBeNull();
    }
    expect(property('string', 'https://example.org/a')?.link).toBeNull();
  });

  test('is copied as Pachca has it', () => {
    expect(property('date', '1990-05-14')?.copy).toBe('1990-05-14');
    expect(property('number', '1234')?.copy).toBe('1234');
  });
});
