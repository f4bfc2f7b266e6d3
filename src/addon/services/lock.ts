/** How long to wait for another person's annotation to end, in ms. */
const WAIT = 10_000;

/** Does work that changes the file while nobody else's does; the lock is released whatever happens. */
export function withDocumentLock<Result>(work: () => Result): Result | { readonly outcome: 'busy' } {
  // Declared as always there, but a script that is neither published nor bound gets `null`.
  const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
  if (lock && !lock.tryLock(WAIT)) return { outcome: 'busy' };
  try {
    return work();
  } finally {
    try {
      // What was written reaches the file before anybody else may begin.
      SpreadsheetApp.flush();
    } finally {
      release(lock);
    }
  }
}

/** What was done stays done, also where releasing fails: Google releases the lock itself when the script ends. */
function release(lock: GoogleAppsScript.Lock.Lock | null): void {
  try {
    lock?.releaseLock();
  } catch {
    // Nothing is left to do.
  }
}
