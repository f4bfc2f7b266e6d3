import { type AuditSettings, checkSettings } from '../audit/settings.ts';
import { tooLarge, UserProblem } from './sentences.ts';

const PREFIX = 'smm-audit-settings-';
/** A property holds 9 KB; a Cyrillic letter takes two bytes. */
const PART = 4000;
const MOST_PARTS = 100;

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

function parse(text: string): AuditSettings {
  try {
    const value: unknown = JSON.parse(text);
    return checkSettings(value).length === 0 ? (value as AuditSettings) : {};
  } catch {
    return {};
  }
}

/** Keeps the settings with the document, for everyone who opens the add-on in this file. */
export function saveSettings(settings: AuditSettings): { readonly stored: boolean } {
  const properties = store();
  if (!properties) return { stored: false };
  const text = JSON.stringify(settings);
  const count = Math.ceil(text.length / PART);
  if (count > MOST_PARTS) throw new UserProblem(tooLarge);
  const parts: Record<string, string> = {};
  for (let part = 0; part < count; part++) parts[PREFIX + part] = text.slice(part * PART, (part + 1) * PART);
  properties.setProperties(parts);
  // The first part that is not ours any more ends the text when it is read.
  properties.deleteProperty(PREFIX + count);
  return { stored: true };
}
