/** Networks as people name them; what is too short to mean a network by itself counts only beside a metric. */
const networks: readonly (readonly [name: string, words: string, besideMetric?: string])[] = [
  ['instagram', 'instagram|insta|inst|ig|инстаграмм?|инста|инст'],
  ['vk', 'vkontakte|vk|вконтакте|вк'],
  ['telegram', 'telegram|tg|телеграмм?|тг'],
  ['facebook', 'facebook|fb|фейсбук|фб'],
  ['tiktok', 'tik[ -]?tok|тик-?ток', 'tt'],
  ['youtube', 'youtube|yt|ютуб'],
  ['ok', 'одноклассники', 'ok|ок'],
  ['linkedin', 'linkedin', 'li'],
  ['x', 'twitter|твиттер', 'x|tw'],
  ['threads', 'threads|тредс'],
  ['pinterest', 'pinterest|пинтерест'],
  ['dzen', 'dzen|дзен'],
];

/** Each with all its words, the shortest included. */
const spelled = networks.map(([name, ...words]) => [name, words.join('|')] as const);
const around = spelled.map(
  ([name, all]) => [name, new RegExp(`^(?:${all})[\\s:_/|–—-]+(?=\\S)|[\\s_/|–—-]+\\(?(?:${all})\\)?$`, 'i')] as const,
);
const anySpelling = new RegExp(`^(?:${spelled.map(([, all]) => all).join('|')})$`, 'i');

/** Whether a cell of a column of networks is one, written as short as people do: `tt`, `ок`. */
export const isNetworkWord = (text: string): boolean => anySpelling.test(text);

const anywhere = networks.map(([name, words]) => [name, new RegExp(`(?:^|[^a-zа-я])(?:${words})(?![a-zа-я])`, 'i')] as const);

/** `IG лайки`, `Likes (VK)`, `Охват Telegram`: the network, and what is said of it; `undefined` where a header names none. */
export function ofNetwork(header: string): { readonly network: string; readonly rest: string } | undefined {
  const text = header.trim();
  const found = around.find(([, words]) => words.test(text));
  if (!found) return undefined;
  const rest = text.replace(found[1], '').trim();
  return rest === '' ? undefined : { network: found[0], rest };
}

/** The network that a tab's or a file's name speaks of, `TikTokOverview` too; `undefined` where none, or several. */
export function networkNamed(name: string): string | undefined {
  const text = name.replace(/_/g, ' ').replace(/(TikTok|YouTube|LinkedIn|Instagram|Facebook|Telegram|Twitter)(?=[A-ZА-Я\d])/g, '$1 ');
  const found = anywhere.filter(([, words]) => words.test(text));
  return found.length === 1 ? found[0]?.[0] : undefined;
}
