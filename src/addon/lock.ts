/** How long to wait for another person's annotation to end, in ms. */
const WAIT = 10_000;

/** Does work that changes the file while nobody else's does; the lock is released whatever happens. */
export function withDocumentLock<Result>(work: () => Result): Result | { readonly outcome: 'busy' } {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(WAIT)) return { outcome: 'busy' };
  try {
    return work();
  } finally {
    lock.releaseLock();
  }
}
