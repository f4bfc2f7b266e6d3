import { main } from './cli.ts';

/** The sample client workbook, audited as on the day it was made for, with its annotated copy in `out/`. */
process.exitCode = await main(['test/fixtures/sample-client.xlsx', '--all', '--as-of', '2026-06-15T12:00', '--time-zone', 'Asia/Yekaterinburg', ...process.argv.slice(2)]);
// Findings are what the sample is for.
if (process.exitCode === 1) process.exitCode = 0;
