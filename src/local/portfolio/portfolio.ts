import { runPortfolio } from './run.ts';

// Whoever reads no further, as `head` does, wants to hear no more.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EPIPE') throw problem;
  });
}

// Bundled, both lie beside each other.
process.exitCode = await runPortfolio(process.argv.slice(2), new URL('./worker.mjs', import.meta.url));
