import { main } from './cli.ts';

// Whoever reads no further, as `head` does, wants to hear no more: the audit goes on and ends with its code.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (problem: NodeJS.ErrnoException) => {
    if (problem.code !== 'EPIPE') throw problem;
  });
}

process.exitCode = await main(process.argv.slice(2));
