import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { createZone } from '../../src/base/zone.ts';

const format = '+%Y-%m-%dT%H:%M:%S';
const system = (zone: string, instants: readonly number[]) => {
  const input = instants.map((instant) => `@${instant / 1000}\n`).join('');
  const { status, stdout } = spawnSync('date', ['-f', '-', format], { input, encoding: 'utf8', env: { ...process.env, TZ: zone } });
  return status === 0 ? stdout.trim().split('\n') : undefined;
};
/** The C library's `date` with the system's own rules of zones; some systems have none. */
const isThere = system('Asia/Kathmandu', [Date.UTC(2026, 0, 1)])?.[0] === '2026-01-01T05:45:00';

/** Hours around every turn of a month for three years, clock changes of both halves of the world among them. */
const instants = Array.from({ length: 36 }, (_, month) => Date.UTC(2024, month, 1)).flatMap((start) =>
  Array.from({ length: 40 }, (_, part) => start + part * 18 * 3_600_000),
);

it
  .skipIf(!isThere)
  .each([
    'UTC',
    'Europe/Moscow',
    'Europe/London',
    'America/New_York',
    'America/Sao_Paulo',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Pacific/Apia',
  ])('the clock of %s is what another program says it is, with rules of its own', (zone) => {
  const { toWall } = createZone(zone);
  expect(instants.map((instant) => new Date(toWall(instant)).toISOString().slice(0, 19))).toEqual(system(zone, instants));
});
