/** Audits nobody: one client takes its thread down, one fails with a cell’s text in the message, the others are refused politely. */
export default function auditClient({ paths: [path] }) {
  if (path === 'crash.csv') process.exit(1);
  if (path === 'broken.csv') throw new Error('unexpected “Глеб Ручьёв”');
  return { record: { outcome: 'refused', sentence: { en: `read ${path}`, ru: `прочитано ${path}` } }, isFromCache: false };
}
