import { existsSync, readFileSync } from 'node:fs';
import { type AuditSettings, checkSettings } from '../audit/settings.ts';
import type { Language, Text } from '../i18n/language.ts';
import { LocalProblem } from './problem.ts';

/**
 * Reads settings: one JSON object of known keys.
 * @throws LocalProblem naming every key that is not known and every value that does not fit
 */
export function readSettingsFile(path: string): AuditSettings {
  if (!existsSync(path)) throw new LocalProblem(problems.missing(path));
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new LocalProblem(problems.noJson(path), { cause });
  }
  const found = checkSettings(value, '');
  if (found.length > 0) {
    const list = (language: Language, what: string) =>
      found.map(({ path: key, got, expected }) => `${key}: ${got} — ${what} ${expected[language]}`).join('; ');
    throw new LocalProblem({ en: `Settings ${path}: ${list('en', 'expected')}.`, ru: `Настройки ${path}: ${list('ru', 'нужно')}.` });
  }
  // The check has just found nothing amiss.
  const settings = value as AuditSettings;
  if (settings.timeZone !== undefined) checkTimeZone(settings.timeZone);
  return settings;
}

/** @throws LocalProblem when there is no such time zone */
export function checkTimeZone(name: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name;
  } catch (cause) {
    throw new LocalProblem(problems.timeZone(name), { cause });
  }
}

const problems = {
  missing: (path: string): Text => ({
    en: `There is no settings file ${path}: check the name.`,
    ru: `Файла настроек ${path} нет: проверьте имя.`,
  }),
  noJson: (path: string): Text => ({
    en: `The settings ${path} cannot be read as JSON: check the commas and the quotation marks.`,
    ru: `Настройки ${path} не читаются как JSON: проверьте запятые и кавычки.`,
  }),
  timeZone: (name: string): Text => ({
    en: `There is no such time zone, "${name}": give one such as Europe/Moscow.`,
    ru: `Часового пояса «${name}» нет: укажите, например, Europe/Moscow.`,
  }),
};
