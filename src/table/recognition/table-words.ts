/** Words by which the headers of a table tell what it is of. */
import { exportLanguages } from '../languages/index.ts';
import type { ExportLanguage } from '../languages/language.ts';
import { normaliseHeader } from './header-text.ts';

export const leadWords =
  /(^| )(leads?|enquir(y|ies)|inquir(y|ies)|deals?|prospects?|заявк\S*|заявок|обращени\S*|лид(ы|а|ов)?|сделк\S*|сделок)( |$)/;
export const nameWords = /^(name|full name|nome|nombre|nom|имя|ник|nick|nickname|ad|isim|имена?|назва|ім я)$/;
/** What only a CRM's export has; a plan of posts too says to which stage of the funnel each belongs. */
export const crmWords = /(^| )(stage id|assigned by id|lifecycle stage|deal stage|этап сделки)( |$)/;
export const customerWords = /(^| )(customer|cliente) id( |$)|(^| )id (customer|cliente|del cliente|do cliente)( |$)/;

/** Words of ads managers in the languages of exports; and whoever is paid a price for an ad instead. */
export const clickWords = /(^| )(clicks?|ctr|cpc|cpm|cliques|clics|klicks?|klikniecia|tiklama\S*|tiklamalar|клики|кликов|кликі)( |$)/;
export const costWords =
  /^(total |итого )?(costs?|costo|coste|custo|costi|kosten|couts?|koszt|koszty|maliyet|стоимость|затраты|вартість)( total)?$/;
export const sellerWords =
  /(^| )(influenc\S*|blog+er\S*|creators?|kols?|channels?|createurs?|creador\S*|criador\S*|[ck]anal|canales|canais|canale|canali|kanale|kanaly|блогер\S*|инфлюенсер\S*|креатор\S*|канал\S*|паблик\S*|сообществ[оа]|групп[аы])( |$)/;

/** Somebody was written to; somebody wrote back; somebody came by himself. A first response, and its time, are ours. */
export const writtenTo =
  /(^| )(outreach\S*|cold|sequence|contacted|emailed|messaged|dms?|(mail|email|message|msg|invite|connection)s? sent|sent( at| on| date)?|date sent|отправлено|enviad[oa]s?|fecha envio|data envio)( |$)/;
export const writtenBack =
  /(^| )(replied|(reply|response) (status|received|rate)|responded|opened|bounced|ответил[аи]?|respondio|respondeu)( |$)|^(reply|response|ответ|respuesta|resposta)$/;
export const arrivalWords = /enquir|inquir|received|inbound|requested|заявк|заявок|обращени|поступил|solicitud|solicitac|anfrage/;

/** How to reach somebody: where cells hold it, rows are people; a calendar too may have a name. */
export const reachableBy = /(^| )(phone|e mail|email|whatsapp|телефон\S*|почта|correo|telefono|telefon|telephone|celular)( |$)/;

/** A list of bloggers has addresses too. */
export const influencerWords = /follower|seguidor|подписч|abonn|takipci|influenc|блогер|instagram|tiktok|youtube/;

/** Days that say of a row when it was changed or when it ends, of a post when it was shot, and of a person when he was born, joined or is to come. */
export const otherDays =
  /(^| )(end|ends|ended|конец)( |$)|оконч|shoot|filming|съем|join|regist|регистр|вступ|appoint|meeting|visit|визит|встреч|запис|\bcita\b|termin|deliver|доставк|entreg|liefer|pa(id|yment)|оплач|оплат|birth|рожд|nasc|nacim|geburt|lahir|expir|deadline|дедлайн|срок|updated|modified|collected|scraped|imported|обновл|измен|actualiz|atualiz/;

/** Headers that only a video studio's export has. */
export const videoStudioWords =
  /video publish time|время публикации видео|subscribers gained|^watch time$|время просмотра|average (view duration|percentage viewed)|средн\S+ (продолжительность просмотра|процент просмотра)/;

/** Headers in every language of exports, as they are compared. */
export const inAnyLanguage = (read: (language: ExportLanguage) => readonly string[]): ReadonlySet<string> =>
  new Set(exportLanguages.flatMap(read).map(normaliseHeader));

/** `Date`, in any language: of a post, of a day, of a lead, as the table decides. */
export const isPlainDate = (normal: string): boolean => anyDate.test(normal) || plainDates.has(normal);
const anyDate = /^(date|time|timestamp|дата|время|дата (и )?время|date (and )?time)$/;
const plainDates = inAnyLanguage(({ date }) => date);
export const studioHeaders = inAnyLanguage(({ videoStudio }) => videoStudio);
export const contactWords = new Set([
  ...'contact contacts customer customers контакт контакты имя фио'.split(' '),
  ...inAnyLanguage(({ leadWords }) => leadWords),
]);
