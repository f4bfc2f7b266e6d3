import { allowClosedPipes } from '../pipes.ts';
import { runPortfolio } from './run.ts';

allowClosedPipes();
// Bundled, both lie beside each other.
process.exitCode = await runPortfolio(process.argv.slice(2), new URL('./worker.mjs', import.meta.url));
