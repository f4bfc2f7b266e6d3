import { main } from './cli.ts';
import { allowClosedPipes } from './pipes.ts';

allowClosedPipes();
process.exitCode = await main(process.argv.slice(2));
