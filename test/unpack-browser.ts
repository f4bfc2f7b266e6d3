import { browserPath } from '../src/local/browser.ts';

/** Unpacks the browser that npm brought before several workers would at once: one would start what another is still writing. */
export default async function unpackBrowser(): Promise<void> {
  await browserPath();
}
