/**
 * Which worlds are for what; no seed serves twice. The estimator is written and its weights are fitted on worlds of development; of two ways to do a
 * thing the better one is taken on worlds of choice; worlds of report are drawn for `docs/evidence.md` alone, and anew whenever the estimator has changed.
 */
export const seeds = {
  development: [1, 2, 3, 4],
  choice: [201, 202, 203],
  /** For the tests, which hold the estimator to its promises. */
  promise: [20_261_124],
  report: [9301, 9302, 9303],
} as const;
