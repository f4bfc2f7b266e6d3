import { defineConfig } from 'vitest/config';

/** Files whose subject is time: they pass wherever the machine stands, on either side of UTC, with a half hour, with summer in January. */
const aboutTime = [
  'test/base/{dates,round-trip,working-time,zone}.test.ts',
  'test/formulas/lag.test.ts',
  'test/addon/reading/read.test.ts',
  'test/local/files/xlsx.test.ts',
];

const usual = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Half the machine by default, which is one worker where there are two cores: the whole then takes twice as long.
    maxWorkers: '100%',
    globalSetup: 'test/unpack-browser.ts',
    projects: [
      { test: { ...usual, name: 'tests', include: ['test/**/*.test.ts'] } },
      ...['America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'].map((zone) => ({
        test: { ...usual, name: zone, include: aboutTime, env: { TZ: zone } },
      })),
    ],
  },
});
