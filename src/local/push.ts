/** Builds, checks and pushes the add-on to the user's own script; what is missing is said in one sentence. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Text } from '../i18n/language.ts';
import { machineLanguage } from './command.ts';

const texts = {
  noLogin: {
    en: 'Nobody is logged in to Google here: run `npx clasp login` first.',
    ru: 'Вход в Google не выполнен: сначала запустите `npx clasp login`.',
  },
  noScript: {
    en: 'No script is named: put the id of yours into .clasp.json (in the script editor: Project settings, Script ID).',
    ru: 'Скрипт не указан: впишите его номер в .clasp.json (в редакторе скрипта: «Настройки проекта», «Идентификатор скрипта»).',
  },
  notSound: { en: 'The check found something, so nothing was pushed.', ru: 'Проверка нашла ошибки, поэтому ничего не загружено.' },
} as const satisfies Record<string, Text>;

/** What keeps us from pushing; `undefined` where nothing does. @param home where clasp keeps who is logged in */
export function whatIsMissing(claspFile: string, home: string): Text | undefined {
  const { scriptId = '' } = JSON.parse(readFileSync(claspFile, 'utf8')) as { readonly scriptId?: string };
  if (!/^[\w-]{30,}$/.test(scriptId)) return texts.noScript;
  return existsSync(join(home, '.clasprc.json')) ? undefined : texts.noLogin;
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
