import { remembered } from '../../base/remembered.ts';
import { anyWord, plainWords } from './word-matching.ts';

/** Whom a name in a decider, approver or responsible column stands for. A bare name is `unknown`. */
export type Role = 'smm' | 'marketer' | 'client' | 'relative' | 'friend' | 'assistant' | 'sales' | 'unknown';

/** Roles a user may give to a name. */
export const assignableRoles = ['smm', 'marketer', 'client', 'relative', 'friend'] as const;
export type AssignableRole = (typeof assignableRoles)[number];

export interface People {
  /** The person's role: the user's setting first, then role words in the cell. */
  roleOf(cell: string): Role;
}

/** Who is close to the client comes first: "директор по маркетингу (знакомая)" is an acquaintance. */
const roleWords: readonly (readonly [Role, (text: string) => boolean])[] = [
  [
    'relative',
    anyWord([
      'муж',
      'жена',
      'брат',
      'сестра',
      'мама',
      'папа',
      'мать',
      'отец',
      'сын',
      'дочь',
      'дочка',
      'кум',
      'кума',
      'сноха',
      'невестка',
      'зять',
      'теща',
      'свекровь',
      'племянни*',
      'тетя',
      'дядя',
      'родственни*',
      'husband',
      'wife',
      'brother',
      'sister',
      'mother',
      'father',
      'mom',
      'dad',
      'son',
      'daughter',
      'cousin',
      'nephew',
      'niece',
      'aunt',
      'uncle',
      'relative',
    ]),
  ],
  ['friend', anyWord(['знаком*', 'друг', 'подруга', 'подружка', 'приятел*', 'сосед*', 'friend', 'acquaintance', 'neighbo*', 'buddy'])],
  ['assistant', anyWord(['ассистент*', 'помощни*', 'секретар*', 'assistant', 'secretary'])],
  ['sales', anyWord(['продаж*', 'продавец', 'продаван', 'администратор*', 'sales', 'salesperson'])],
  ['marketer', anyWord(['маркетолог*', 'маркетинг*', 'бренд-менеджер*', 'marketer', 'marketing', 'cmo', 'brand manager'])],
  [
    'smm',
    anyWord([
      'смм',
      'сммщи*',
      'smm',
      'контент-менеджер*',
      'таргетолог*',
      'копирайтер*',
      'дизайнер*',
      'фотограф*',
      'агентств*',
      'social media',
      'content manager',
      'copywriter',
      'designer',
      'agency',
    ]),
  ],
  [
    'client',
    anyWord([
      'клиент*',
      'заказчик*',
      'владел*',
      'собственни*',
      'основател*',
      'директор*',
      'гендир*',
      'client',
      'owner',
      'founder',
      'ceo',
      'director',
    ]),
  ],
];

/** `Kim Son`, `Mark Friend`, `Иван Кум`: a first name and a surname, both with a capital and nothing else; a surname is nobody's kin. */
const fullName = /^\p{Lu}[\p{Ll}'’-]+( \p{Lu}\.)? (\p{Lu}[\p{Ll}-]+)$/u;

/** The role that words in the cell state; a bare name states none. */
export function roleByWords(cell: string): Role {
  const roleOf = (text: string) => roleWords.find(([, matches]) => matches(text))?.[0] ?? 'unknown';
  const role = roleOf(cell);
  const surname = fullName.exec(cell.trim())?.[2];
  if (surname === undefined || (role !== 'relative' && role !== 'friend')) return role;
  // `Client's Wife`, `Director Friend`: the word before says whose.
  const first = cell.trim().slice(0, -surname.length).trim();
  const isName = !/['’]s$/.test(first) && roleOf(first) === 'unknown' && !/^(her|his|my|our|the|a|an|его|ее|её|моя?|наш)$/i.test(first);
  return isName ? 'unknown' : role;
}

/** One spelling for a name wherever it is compared. */
export const personKey = (cell: string): string => plainWords(cell).trim();

/** People with the user's own settings (name → role) over the words in the cells. Each distinct cell is classified once. */
export function createPeople(assigned: Readonly<Record<string, AssignableRole>> = {}): People {
  const known: ReadonlyMap<string, Role> = new Map(Object.keys(assigned).map((name) => [personKey(name), assigned[name] as Role] as const));
  return { roleOf: remembered((cell) => known.get(personKey(cell)) ?? roleByWords(cell)) };
}
