/** Networks as headers name them in front of a metric or behind it. */
const networks: readonly (readonly [name: string, words: string])[] = [
  ['instagram', 'ig|insta|instagram|inst|инст|инста|инстаграм|инстаграмм'],
  ['vk', 'vk|вк|вконтакте|vkontakte'],
  ['telegram', 'tg|telegram|тг|телеграм|телеграмм'],
  ['facebook', 'fb|facebook|фб|фейсбук'],
  ['tiktok', 'tt|tiktok|tik tok|тикток|тик-ток'],
  ['youtube', 'yt|youtube|ютуб'],
  ['ok', 'ok|ок|одноклассники'],
  ['linkedin', 'li|linkedin'],
  ['x', 'x|twitter|tw|твиттер'],
  ['threads', 'threads|тредс'],
  ['pinterest', 'pinterest|пинтерест'],
  ['dzen', 'dzen|дзен'],
];
const around = networks.map(
  ([name, words]) => [name, new RegExp(`^(?:${words})[\\s:_/|–—-]+(?=\\S)|[\\s_/|–—-]+\\(?(?:${words})\\)?$`, 'i')] as const,
);

/** `IG лайки`, `Likes (VK)`, `Охват Telegram`: the network, and what is said of it; `undefined` where a header names none. */
export function ofNetwork(header: string): { readonly network: string; readonly rest: string } | undefined {
  const text = header.trim();
  const found = around.find(([, words]) => words.test(text));
  if (!found) return undefined;
  const rest = text.replace(found[1], '').trim();
  return rest === '' ? undefined : { network: found[0], rest };
}
