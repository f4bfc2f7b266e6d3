/** Whoever reads no further, as `head` does, wants to hear no more: the command goes on and ends with its code. */
export function allowClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'EPIPE') throw problem;
    });
  }
}
