import { afterEach, expect, it, vi } from 'vitest';
import { callServer } from '../../src/sidebar/server.ts';

afterEach(() => vi.unstubAllGlobals());

/** A `google.script.run` whose every call fails with a message. */
function failingWith(message: string): void {
  let fail: (problem: unknown) => void = () => undefined;
  const runner = {
    withSuccessHandler: () => runner,
    withFailureHandler: (handler: typeof fail) => {
      fail = handler;
      return runner;
    },
    callApi: () => fail(new Error(message)),
  };
  vi.stubGlobal('google', { script: { run: runner } });
}

it.each([
  ['Exceeded maximum execution time', /longer than six minutes: try again/],
  ['NetworkError: Connection failure due to HTTP 0', /no connection/],
  ['PERMISSION_DENIED', /several Google accounts/],
])('%s is said in one sentence', async (message, sentence) => {
  failingWith(message);
  await expect(callServer('start', {})).rejects.toThrow(sentence);
});
