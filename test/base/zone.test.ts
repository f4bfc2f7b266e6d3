import { describe, expect, it } from 'vitest';
import { createZone } from '../../src/base/zone.ts';
import { fc, test as property } from './property.ts';

const zones = [
  'UTC',
  'Europe/Moscow',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'America/Mexico_City',
  'Pacific/Apia',
].map(createZone);

/** What the platform itself says the wall clock shows. */
function wallByPlatform(zone: string, instant: number): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' }).format(
    instant,
  );
  return Date.parse(`${parts.replace(', ', 'T')}Z`);
}

describe('createZone', () => {
  property([fc.constantFrom(...zones), fc.integer({ min: Date.UTC(1900, 0, 1) / 1000, max: Date.UTC(2050, 0, 1) / 1000 })], 2000)(
    'shows what the platform shows',
    (zone, second) => {
      expect(zone.toWall(second * 1000)).toBe(wallByPlatform(zone.id, second * 1000));
    },
  );

  property([fc.constantFrom(...zones), fc.integer({ min: Date.UTC(1950, 0, 1) / 1000, max: Date.UTC(2050, 0, 1) / 1000 })], 2000)(
    'comes back to an instant with the same wall time, the first where there are two',
    (zone, second) => {
      const wall = zone.toWall(second * 1000);
      expect(zone.toWall(zone.toInstant(wall))).toBe(wall);
      expect(zone.toInstant(wall)).toBeLessThanOrEqual(second * 1000);
    },
  );

  it('knows old local mean time to the second', () => {
    const moscow = createZone('Europe/Moscow');
    expect(moscow.toWall(Date.parse('1899-12-29T22:59:43Z'))).toBe(Date.UTC(1899, 11, 30, 1, 30));
  });

  it.each([
    ['skipped', Date.UTC(2026, 2, 8, 2, 30), '2026-03-08T07:30:00.000Z'],
    ['shown twice', Date.UTC(2026, 10, 1, 1, 30), '2026-11-01T05:30:00.000Z'],
    ['ordinary', Date.UTC(2026, 6, 1, 12), '2026-07-01T16:00:00.000Z'],
  ])('reads a time that New York’s clock has %s', (_name, wall, expected) => {
    expect(new Date(createZone('America/New_York').toInstant(wall)).toISOString()).toBe(expected);
  });

  it.each([
    ['2026-03-08T06:59:59Z', Date.UTC(2026, 2, 8, 1, 59, 59)],
    ['2026-03-08T07:00:00Z', Date.UTC(2026, 2, 8, 3)],
    ['2026-11-01T05:59:59Z', Date.UTC(2026, 10, 1, 1, 59, 59)],
    ['2026-11-01T06:00:00Z', Date.UTC(2026, 10, 1, 1)],
  ])('changes New York’s clock exactly at %s', (instant, expected) => {
    expect(createZone('America/New_York').toWall(Date.parse(instant))).toBe(expected);
  });

  it('refuses a zone that does not exist', () => {
    expect(() => createZone('Mars/Olympus')).toThrow(RangeError);
  });
});
