/** `npm run build:warehouse`: the engine as one script and the SQL around it, into dist/warehouse. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { warehouseScript } from './script.ts';
import { functionFiles, SCRIPT } from './sql.ts';
import { viewFiles } from './views.ts';

const folder = 'dist/warehouse';
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, SCRIPT), await warehouseScript());
for (const { name, sql } of [...functionFiles(), ...viewFiles()]) writeFileSync(join(folder, name), sql);
process.stdout.write(`${folder}\n`);
