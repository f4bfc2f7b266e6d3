import { type AuditSettings, checkSettings } from '../../audit/settings.ts';
import { isObject } from '../../audit/shape.ts';
import { tooLarge, UserProblem } from './problems.ts';

const PREFIX = 'smm-audit-settings-';
/** A property holds 9 KB; a letter takes up to three bytes. */
const PART = 3000;
/** The whole store holds 500 KB. */
const MOST_PARTS = 50;

/** The document's store, or `null` where there is none, as in a script that is neither published nor bound. */
const store = () => PropertiesService.getDocumentProperties() as GoogleAppsScript.Properties.Properties | null;

/** Settings kept with the document; what cannot be read counts as none. */
export function readSettings(): { readonly settings: AuditSettings; readonly canStore: boolean } {
  const properties = store();
  if (!properties) return { settings: {}, canStore: false };
  const values = properties.getProperties();
  let text = '';
  for (let part = 0; values[PREFIX + part] !== undefined; part++) text += values[PREFIX + part];
  return { settings: parse(text), canStore: true };
}

/** Every setting that is still understood: one that a later version wrote must not cost the user the others. */
function parse(text: string): AuditSettings {
  try {
    const value: unknown = JSON.parse(text);
    if (!isObject(value)) return {};
    const settings: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      if (checkSettings({ [key]: value[key] }, '').length === 0) settings[key] = value[key];
    }
    // Each of its keys has just been checked.
    return settings as AuditSettings;
  } catch {
    return {};
  }
}

/** Keeps the settings with the document, for everyone who opens the add-on in this file. */
export function saveSettings(settings: AuditSettings): { readonly stored: boolean } {
  const properties = store();
  if (!properties) return { stored: false };
  // Written out, so that no part ends inside an emoji.
  const text = JSON.stringify(settings).replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
  const count = Math.ceil(text.length / PART);
  if (count > MOST_PARTS) throw new UserProblem(tooLarge);
  const parts: Record<string, string> = {};
  for (let part = 0; part < count; part++) parts[PREFIX + part] = text.slice(part * PART, (part + 1) * PART);
  // The store is private to the add-on. One call, so that old parts and new ones never stand side by side.
  properties.setProperties(parts, true);
  return { stored: true };
}
