/** Median wall milliseconds of some runs after one that warms up; what is compared runs in turn, so that a slow moment slows both. */
export function medianTimes(runs: number, ...jobs: readonly (() => unknown)[]): readonly number[] {
  const times = jobs.map((): number[] => []);
  for (const job of jobs) job();
  for (let run = 0; run < runs; run++) {
    jobs.forEach((job, index) => {
      const start = performance.now();
      job();
      times[index]?.push(performance.now() - start);
    });
  }
  return times.map((own) => own.sort((one, other) => one - other)[own.length >> 1] ?? Number.NaN);
}
