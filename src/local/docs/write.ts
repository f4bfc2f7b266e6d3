import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { pages, withBans, withTables } from './tables.ts';

for (const page of pages) writeFileSync(page, withTables(readFileSync(page, 'utf8')));
writeFileSync('biome.json', withBans(readFileSync('biome.json', 'utf8')));
execFileSync('npx', ['biome', 'format', '--write', 'biome.json'], { stdio: 'inherit' });
