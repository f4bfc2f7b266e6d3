/** Builds, checks and pushes the add-on to the user's own script; what is missing is said in one sentence. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Text } from '../i18n/language.ts';
import { machineLanguage } from './command.ts';

/** As README has it. It goes on only where .clasp.json names no script yet, not even a placeholder. */
const createScript = 'npx clasp create-script --type standalone --title "SMM Audit" --rootDir dist';

const texts = {
  noLogin: {
    en: 'Nobody is logged in to Google here: run `npx clasp login` first.',
    ru: 'Вход в Google не выполнен: сначала запустите `npx clasp login`.',
  },
  noScript: {
    en: `No script is named: \`${createScript}\` makes one and writes its id into .clasp.json.`,
    ru: `Скрипт не указан: \`${createScript}\` создаст его и запишет его номер в .clasp.json.`,
  },
  notSound: { en: 'The check found something, so nothing was pushed.', ru: 'Проверка нашла ошибки, поэтому ничего не загружено.' },
} as const satisfies Record<string, Text>;

/** What keeps us from pushing; `undefined` where nothing does. @param home where clasp keeps who is logged in */
export function whatIsMissing(claspFile: string, home: string): Text | undefined {
  if (!existsSync(join(home, '.clasprc.json'))) return texts.noLogin;
  const { scriptId = '' } = JSON.parse(readFileSync(claspFile, 'utf8')) as { readonly scriptId?: string };
  return /^[\w-]{30,}$/.test(scriptId) ? undefined : texts.noScript;
}

/** @returns the exit code */
export function push(): number {
  const say = (text: Text) => process.stderr.write(`${text[machineLanguage()]}\n`);
  const missing = whatIsMissing('.clasp.json', homedir());
  if (missing) {
    say(missing);
    return 2;
  }
  // On Windows npm and npx are scripts of the shell.
  const run = (line: string) => spawnSync(line, { stdio: 'inherit', shell: true }).status ?? 1;
  if (run('npm run check') !== 0) {
    say(texts.notSound);
    return 1;
  }
  return run('npx clasp push --force');
}
