import { remembered } from '../../base/remembered.ts';

/** Words of a status that say a post is not out yet, and those that say it is, in the languages of people's trackers. */
const notYet =
  /(^|[^\p{L}])(?:draft|idea|to ?do|planned|scheduled|in (?:progress|review|production|design)|pending|waiting|awaiting|(?:needs?|for|on|in) (?:approval|review)|черновик|идея|план|запланирован|заплановано|в работе|в роботі|на (?:согласовании|согласование|утверждении|проверке|погодженні|затвердженні|правках)|ждет|чака|чернова|ожидает|очікує|чернетка|entwurf|geplant|in (?:arbeit|freigabe|abstimmung)|offen|borrador|pendiente|en (?:revisión|revision|aprobación|aprobacion|proceso)|programado|rascunho|pendente|em (?:aprovação|aprovacao|revisão|revisao|andamento)|agendado|brouillon|en attente|à valider|en (?:validation|cours)|programmé|bozza|in (?:approvazione|lavorazione|attesa)|programmato|szkic|do akceptacji|w (?:akceptacji|trakcie)|zaplanowan|taslak|onayda|onay bekliyor|beklemede|planlandı|за одобрение|чака одобрение)/iu;
const out =
  /(^|[^\p{L}])(?:published|posted|live|done|опубликован|вышел|вышла|размещен|готово|опубліковано|вийшов|veröffentlicht|online|publicado|publicada|publié|pubblicato|opublikowan|yayınlandı|yayında|публикуван)/iu;

const dropped =
  /(^|[^\p{L}])(?:reject|declin|cancel|dropped|отклонен|отмен[её]н|отказ|не выходит|снят с|відхилен|скасован|abgelehnt|verworfen|abgesagt|rechazad|descartad|cancelad|rejeitad|recusad|reprovad|refus[ée]|annul|rifiutat|scartat|odrzucon|anulowan|reddedil|iptal|отхвърлен|отказан)/iu;

/** Whether a status says that nobody waits for the post any more: rejected, cancelled. */
export const isDropped = (status: string): boolean => dropped.test(status.normalize('NFC').replace(/ё/g, 'е'));

/** Whether a status says that a post is out: `undefined` where it says neither. */
export function isOut(status: string): boolean | undefined {
  const said = saidBy(status);
  return said === 'neither' ? undefined : said === 'out';
}

const saidBy = remembered((status): 'out' | 'not yet' | 'neither' => {
  const text = status.normalize('NFC').replace(/ё/g, 'е');
  if (notYet.test(text)) return 'not yet';
  return out.test(text) ? 'out' : 'neither';
});
