/** The services that are not the spreadsheet: properties, lock, session, utilities. */
import type { Book } from '../book/book.ts';
import { enumOf, labelOf } from './enums.ts';
import type { Runtime } from './runtime.ts';

const tooLarge = (what: string) => new Error(`Exception: Argument too large: ${what}`);

export function propertiesService(runtime: Runtime): unknown {
  return runtime.expose('PropertiesService', {
    getDocumentProperties: () =>
      runtime.options.hasStore === false ? null : runtime.expose('Properties', propertiesOf(runtime.properties)),
    getUserProperties: () => runtime.expose('Properties', propertiesOf(runtime.userProperties)),
  });
}

function propertiesOf(properties: Map<string, string>) {
  const set = (key: string, value: string) => {
    if (typeof key !== 'string' || key === '') throw new Error('Exception: Invalid argument: key');
    if (new TextEncoder().encode(value).length > 9 * 1024) throw tooLarge('value');
    properties.set(key, String(value));
    const total = [...properties].reduce((sum, [name, text]) => sum + name.length + text.length, 0);
    if (total > 500 * 1024)
      throw new Error('Exception: You have exceeded the property storage quota. Please remove some properties and try again.');
  };
  return {
    getProperty: (key: string) => properties.get(key) ?? null,
    getProperties: () => Object.fromEntries(properties),
    setProperty: set,
    setProperties: (all: Readonly<Record<string, string>>, deleteAllOthers = false) => {
      if (deleteAllOthers) properties.clear();
      for (const key of Object.keys(all)) set(key, all[key] ?? '');
    },
    deleteProperty: (key: string) => {
      properties.delete(key);
    },
  };
}

/** Whose run holds the lock of a file: two people's runs over one book are told apart. */
const holders = new WeakMap<Book, Runtime>();

export function lockService(runtime: Runtime): unknown {
  const lock = {
    tryLock: () => {
      const holder = holders.get(runtime.book);
      const isFree = !holder?.holdsLock || holder === runtime;
      runtime.holdsLock = isFree && !runtime.isLockedByOther;
      if (runtime.holdsLock) holders.set(runtime.book, runtime);
      return runtime.holdsLock;
    },
    releaseLock: () => {
      runtime.holdsLock = false;
    },
    hasLock: () => runtime.holdsLock,
  };
  return runtime.expose('LockService', { getDocumentLock: () => runtime.expose('Lock', lock) });
}

/** Consent to all scopes was given: the services of a test ask nobody. */
export function scriptApp(runtime: Runtime): unknown {
  return runtime.expose('ScriptApp', {
    requireAllScopes: (mode: unknown) => void labelOf(mode, 'AuthMode', 'ScriptApp.requireAllScopes'),
    AuthMode: enumOf('AuthMode', ['FULL', 'LIMITED', 'NONE', 'CUSTOM_FUNCTION']),
  });
}

export function sessionService(runtime: Runtime): unknown {
  return runtime.expose('Session', {
    getActiveUserLocale: () => runtime.options.userLocale ?? 'en',
    getScriptTimeZone: () => 'Etc/UTC',
  });
}

/** Letters of Java's SimpleDateFormat that we answer; any other letter throws instead of inventing a value. */
const letters = /'([^']*)'|yyyy|MM|dd|HH|mm|ss|[A-Za-z]+/g;

export function utilities(runtime: Runtime): unknown {
  return runtime.expose('Utilities', {
    formatDate: (date: Date, timeZone: string, format: string) => {
      const parts: Record<string, string> = {};
      const style = {
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
        hourCycle: 'h23',
        timeZone,
      } as const;
      for (const { type, value } of new Intl.DateTimeFormat('en-GB', style).formatToParts(date)) parts[type] = value;
      const values: Readonly<Record<string, string | undefined>> = {
        yyyy: parts.year,
        MM: parts.month,
        dd: parts.day,
        HH: parts.hour,
        mm: parts.minute,
        ss: parts.second,
      };
      return format.replace(letters, (token, quoted: string | undefined) => {
        const value = quoted ?? values[token];
        if (value === undefined) throw new Error(`Utilities.formatDate: the letter ${token} is not in the local services`);
        return value;
      });
    },
  });
}
