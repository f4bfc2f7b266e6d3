import type { Text } from '../../i18n/language.ts';
import { normaliseHeader } from './header-text.ts';

/** An export that is known by its headers, and what it never has, however the user exports it. */
interface KnownExport {
  readonly id: string;
  readonly title: Text;
  /** Every one of these stands in its header row, in one of its spellings. */
  readonly headers: readonly (readonly string[])[];
  /** Ids of fields. */
  readonly lacks: readonly string[];
}

const same = (name: string): Text => ({ en: name, ru: name });

/** From the header lists of real exports. */
const knownExports: readonly KnownExport[] = [
  {
    id: 'youtube-studio',
    title: same('YouTube Studio'),
    headers: [['video publish time', 'время публикации видео']],
    lacks: ['saves', 'reach', 'followers'],
  },
  {
    id: 'tiktok-studio',
    title: same('TikTok Studio'),
    headers: [['video link'], ['post time'], ['total likes']],
    lacks: ['followers', 'reach'],
  },
  {
    id: 'x-analytics',
    title: same('X'),
    headers: [['tweet permalink', 'post link'], ['impressions'], ['replies'], ['profile visits', 'user profile clicks']],
    lacks: ['followers', 'reach'],
  },
  {
    id: 'facebook-posts',
    title: { en: 'Meta Business Suite (Facebook posts)', ru: 'Meta Business Suite (посты Facebook)' },
    headers: [['page id'], ['post id'], ['permalink']],
    lacks: ['saves', 'followers'],
  },
  {
    id: 'instagram-posts',
    title: { en: 'Meta Business Suite (Instagram posts)', ru: 'Meta Business Suite (посты Instagram)' },
    headers: [['account username'], ['post id'], ['permalink']],
    lacks: ['followers'],
  },
  {
    id: 'linkedin-posts',
    title: { en: 'LinkedIn (page posts)', ru: 'LinkedIn (посты страницы)' },
    headers: [['post title'], ['posted by'], ['created date']],
    lacks: ['saves', 'followers', 'reach'],
  },
];

/** The export whose headers these are, if it is a known one. */
export function exportOf(headers: readonly string[]): string | undefined {
  const own = new Set(headers.map(normaliseHeader));
  return knownExports.find((one) => one.headers.every((spellings) => spellings.some((spelling) => own.has(spelling))))?.id;
}

export const exportById = (id: string): Pick<KnownExport, 'title' | 'lacks'> | undefined => knownExports.find((one) => one.id === id);
