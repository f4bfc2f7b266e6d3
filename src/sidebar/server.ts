import type { CallApi, Envelope } from '../api/messages.ts';
import type { ApiMethod } from '../api/requests.ts';
import type { Text } from '../i18n/language.ts';

/** The part of `google.script.run` that we use; each handler call returns a new runner. */
interface Runner {
  withSuccessHandler(handler: (result: unknown) => void): Runner;
  withFailureHandler(handler: (problem: unknown) => void): Runner;
  callApi(method: ApiMethod, argument: string): void;
}

declare const google: { readonly script: { readonly run: Runner } };

/** A failure in one sentence for the user. */
export class ServerProblem extends Error {
  constructor(
    readonly sentence: Text,
    options?: ErrorOptions,
  ) {
    super(sentence.en, options);
  }
}

const severalAccounts: Text = {
  en: 'Google did not let this panel in. If you are signed in with several Google accounts, open the sheet in a window with one account only and try again.',
  ru: 'Google не пустил эту панель. Если вы вошли в несколько аккаунтов Google, откройте таблицу в окне с одним аккаунтом и попробуйте снова.',
};
const noConnection: Text = {
  en: 'There is no connection to Google Sheets: check the internet and try again.',
  ru: 'Нет связи с Google Таблицами: проверьте интернет и попробуйте снова.',
};
const tookTooLong: Text = {
  en: 'Google ended this step because it took longer than six minutes: try again, with fewer tabs or rows at a time.',
  ru: 'Google прервал этот шаг: он занял больше шести минут. Попробуйте снова, взяв меньше вкладок или строк.',
};

/** Why a call did not come back, from Google's own message. */
function sentenceOf(message: string): Text {
  if (/maximum execution time/i.test(message)) return tookTooLong;
  return /network|offline|connection/i.test(message) ? noConnection : severalAccounts;
}

/** Asks the add-on's server side. JSON text both ways; every failure becomes one sentence. */
export const callServer: CallApi = (method, argument) =>
  new Promise((resolve, reject) => {
    google.script.run
      .withSuccessHandler((result) => {
        const envelope = parse(result);
        if (envelope?.ok) resolve(envelope.answer as never);
        else reject(new ServerProblem(envelope ? { en: envelope.problem, ru: envelope.problem } : severalAccounts));
      })
      .withFailureHandler((problem) => {
        const message = String((problem as { message?: unknown } | null)?.message ?? problem);
        reject(new ServerProblem(sentenceOf(message), { cause: problem }));
      })
      .callApi(method, JSON.stringify(argument));
  });

/** What cannot cross arrives as `null`, with no error. */
function parse(result: unknown): Envelope<unknown> | undefined {
  return typeof result === 'string' ? (JSON.parse(result) as Envelope<unknown>) : undefined;
}
