/**
 * Whether a text holds a way to reach somebody: an e-mail, a phone number or a handle. What is shown to outsiders leaves such texts out.
 * `12.03.2026`, `1 500 000 ₽` and `2026-03-12 10:00` are none.
 */
export function hasContact(text: string): boolean {
  return email.test(text) || handle.test(text) || phones(text).some((digits) => digits.length >= FEWEST_DIGITS);
}

/** Whether a text is an e-mail address and nothing else. */
export const isEmail = (text: string): boolean => email.exec(text)?.[0] === text;

const email = /[^\s@]+@[^\s@]+\.[^\s@]+/;
const handle = /(^|[\s(,;:])@\w{3,}|\b(t\.me|wa\.me|vk\.com|instagram\.com)\//i;
/** A number with its area: `900 123-45-67`. */
const FEWEST_DIGITS = 10;

const phones = (text: string): readonly string[] =>
  (text.match(/\+?\d[\d\s\u00A0()\u2010-\u2013-]{7,}\d/g) ?? []).filter((run) => !date.test(run)).map((run) => run.replace(/\D/g, ''));
const date = /^\d{4}-\d{2}-\d{2}/;
