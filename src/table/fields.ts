import type { Text } from '../i18n/language.ts';

/** What a column holds, and so how its cells are read. `count` is a whole number of things, `share` a part from 0 to 1. */
export type FieldKind = 'count' | 'number' | 'money' | 'share' | 'date' | 'text' | 'flag';

/** What a cell of a kind becomes once read: wall time for a date. */
export interface ValueOfKind {
  readonly count: number;
  readonly number: number;
  readonly money: number;
  readonly share: number;
  readonly date: number;
  readonly text: string;
  readonly flag: boolean;
}

/** A thing a column can mean, and the headers that mean it. */
export interface Field<Kind extends FieldKind = FieldKind> {
  readonly id: string;
  readonly kind: Kind;
  /** What it is, in words for the sidebar. */
  readonly title: Text;
  /** Headers of real exports and tables, the most telling first. Compared without case, ё, punctuation, units and soft hyphens. */
  readonly aliases: Readonly<Record<'en' | 'ru', readonly string[]>>;
}

function field<Kind extends FieldKind>(id: string, kind: Kind, title: Text, en: readonly string[], ru: readonly string[]): Field<Kind> {
  return { id, kind, title, aliases: { en, ru } };
}

export const account = field(
  'account',
  'text',
  { en: 'account', ru: 'аккаунт' },
  [
    'Account username',
    'Account name',
    'Account',
    'Page name',
    'Profile',
    'Profile Name',
    'Page ID',
    'Account ID',
    'Username',
    'User',
    'Handle',
    'Instagram Handle',
    'owner_id',
    'influencer_id',
    'owner_username',
  ],
  ['Аккаунт', 'Имя аккаунта', 'Короткое имя группы', 'Название группы', 'ID группы', 'Страница', 'Группа'],
);
export const platform = field(
  'platform',
  'text',
  { en: 'network', ru: 'соцсеть' },
  ['Network', 'Platform', 'Social network', 'Channel', 'source'],
  ['Площадка', 'Соцсеть', 'Социальная сеть', 'Платформа', 'Сеть', 'Канал'],
);
export const publishedAt = field(
  'publishedAt',
  'date',
  { en: 'publication time', ru: 'время публикации' },
  [
    'Publish time',
    'Published at',
    'Published',
    'Post time',
    'Video publish time',
    'Video Publish Time',
    'Post date',
    'Publication date',
    'Created date',
    'Publish date',
    'Date published',
    'Posted',
    'Live date',
    'Post published',
    'timestamp',
    'Date',
    'time',
  ],
  [
    'Дата публикации',
    'Опубликовано',
    'Время публикации',
    'Опубликован',
    'Дата выхода',
    'Дата поста',
    'Время публикации видео',
    'Дата публикации видео',
    'Публикация',
    'Дата выхода поста',
    'Дата',
  ],
);
/** The hour of a date that stands in a column of its own. */
export const timeOfDay = field(
  'timeOfDay',
  'text',
  { en: 'time of day', ru: 'время суток' },
  ['Time of day', 'Time', 'Hour', 'Posting time', 'Publish time', 'Post time'],
  ['Время', 'Час', 'Время публикации', 'Время выхода', 'Время поста'],
);
export const day = field(
  'day',
  'date',
  { en: 'day of the figures', ru: 'день показателей' },
  ['Day', 'Reporting starts', 'Week', 'Week starting', 'Date of the figures', 'Month', 'Period'],
  ['День', 'Дата сбора', 'Неделя с', 'Дата начала отчетности', 'Початок звітності', 'Месяц', 'Неделя', 'Период'],
);
export const title = field(
  'title',
  'text',
  { en: 'title or text', ru: 'название или текст' },
  [
    'Title',
    'Post title',
    'Video title',
    'Post text',
    'Tweet text',
    'Description',
    'Caption',
    'Post',
    'Topic',
    'Theme',
    'Copy',
    'Message',
    'Hook',
    'Full caption',
  ],
  [
    'Тема',
    'Заголовок',
    'Название',
    'Название видео',
    'Текст поста',
    'Пост',
    'Текст',
    'Описание',
    'Тема поста',
    'Контент',
    'Идея поста',
    'Название ролика',
  ],
);
export const link = field(
  'link',
  'text',
  { en: 'link', ru: 'ссылка' },
  ['Permalink', 'Post Link', 'Post link', 'Link', 'Tweet permalink', 'Video link', 'URL'],
  ['Ссылка', 'Ссылка на пост', 'Постоянная ссылка'],
);
export const postId = field(
  'postId',
  'text',
  { en: 'post id', ru: 'id поста' },
  ['Post ID', 'Post id', 'Tweet id', 'Video', 'Video ID', 'Video asset ID', 'Content'],
  ['Ключ поста', 'Контент', 'ID поста', 'ID'],
);
export const format = field(
  'format',
  'text',
  { en: 'post format', ru: 'формат поста' },
  ['Post type', 'Content Type', 'Format', 'Media type', 'Type'],
  ['Формат', 'Тип поста', 'Тип контента', 'Тип публикации', 'Тип', 'Вид контента'],
);
export const urgency = field(
  'urgency',
  'text',
  { en: 'planned or situational', ru: 'плановый или ситуативный' },
  ['Urgency', 'Planned or situational', 'Planned/situational', 'Situational', 'Plan type'],
  ['Срочность', 'Плановый/ситуативный', 'Плановый или ситуативный', 'Ситуативный', 'План/ситуатив', 'Вид поста'],
);
export const eventAt = field(
  'eventAt',
  'date',
  { en: 'time of the event', ru: 'время инфоповода' },
  ['Event time', 'Event at', 'News time', 'News event', 'Event'],
  ['Инфоповод', 'Дата инфоповода', 'Время инфоповода', 'Время события', 'Событие', 'Дата события'],
);
export const sentAt = field(
  'sentAt',
  'date',
  { en: 'sent for approval', ru: 'отправлено на согласование' },
  [
    'Sent for approval',
    'Sent to client',
    'Sent for review',
    'Submitted',
    'Submitted for approval',
    'Sent at',
    'Sent to client for approval',
    'Date sent',
  ],
  [
    'Отправлено на согласование',
    'На согласование',
    'Отправлен на согласование',
    'Отправлено клиенту',
    'Отправлено',
    'Дата отправки на согласование',
    'Согласование отправлено',
    'Отправили на согласование',
    'Отправили',
    'Дата отправки',
  ],
);
export const approvedAt = field(
  'approvedAt',
  'date',
  { en: 'approved', ru: 'согласовано' },
  [
    'Approved at',
    'Approved',
    'Approval date',
    'Approved on',
    'Client approved',
    'Approval received',
    'Client approval received',
    'Date approved',
  ],
  [
    'Согласовано',
    'Дата согласования',
    'Итоговая дата согласования',
    'Согласован',
    'Утверждено',
    'Утвержден',
    'Согласование получено',
    'Согласовали',
    'Дата утверждения',
    'Утвердили',
  ],
);
/** A post's way to approval in one cell: `Draft 01.03 → Sent 02.03 → OK 05.03`. */
export const approvalHistory = field(
  'approvalHistory',
  'text',
  { en: 'history of the approval', ru: 'история согласования' },
  ['Approval history', 'Status history', 'Approval log'],
  ['История согласования', 'История статусов', 'Ход согласования'],
);
export const revisionRounds = field(
  'revisionRounds',
  'count',
  { en: 'rounds of edits', ru: 'кругов правок' },
  ['Revision rounds', 'Rounds', 'Round', 'Revisions', 'Rounds of edits', 'Edits', 'Rounds of changes'],
  ['Кругов правок', 'Правки', 'Кругов согласования', 'Количество правок', 'Правок', 'Круги правок', 'Раундов правок'],
);
export const decider = field(
  'decider',
  'text',
  { en: 'who decided', ru: 'кто решил' },
  ['Decided by', 'Decider', 'Decision by', 'Strategy by', 'Who decides', 'Who decided', 'Decision maker', 'Decision made by'],
  ['Кто решил', 'Кто решает', 'Кто решал', 'Решение', 'Принял решение', 'Кто принял решение', 'Автор решения', 'Чья идея', 'Идея от'],
);
export const approver = field(
  'approver',
  'text',
  { en: 'who approves', ru: 'кто согласует' },
  ['Approver', 'Approved by', 'Reviewer', 'Review By'],
  ['Согласующий', 'Кто согласовал', 'Кто согласует', 'Список согласующих', 'Согласовал', 'Кто утвердил', 'Кто утверждает', 'Утвердил'],
);
export const responsible = field(
  'responsible',
  'text',
  { en: 'who answers the lead', ru: 'ответственный за заявку' },
  [
    'Responsible',
    'Lead owner',
    'Owner',
    'Assigned to',
    'Manager',
    'Sales rep',
    'Replied by',
    'Answered by',
    'Contact owner',
    'Deal owner',
    'Assignee',
  ],
  ['Ответственный', 'Менеджер', 'Кто отвечает', 'Ответственный за заявку', 'Кто обработал', 'Кто ответил'],
);
export const followers = field(
  'followers',
  'count',
  { en: 'followers in total', ru: 'подписчиков всего' },
  [
    'Followers',
    'Followers Count',
    'Total followers',
    'Total Fans',
    'Page total likes',
    'Page T Likes',
    'Audience',
    'Lifetime Total Likes',
    'Subscribers',
    'Members',
  ],
  [
    'Подписчики',
    'Подписчиков',
    'Подписчиков всего',
    'Всего подписчиков',
    'Подписчики на конец недели',
    'Подписчиков на начало периода',
    'Участники',
    'Участников',
    'Аудитория аккаунта',
  ],
);
export const followersGained = field(
  'followersGained',
  'count',
  { en: 'new followers', ru: 'новые подписчики' },
  [
    'New follows',
    'Follows',
    'Followers Gained',
    'Subscribers gained',
    'Facebook follows',
    'Instagram follows',
    'New Facebook Page likes',
    'Facebook Page new likes',
    'New Page likes',
    'New Followers',
    'New followers',
  ],
  ['Подписались', 'Новых за период', 'Новые подписчики', 'Подписок', 'Подписки', 'Новых подписчиков', 'Пришло подписчиков'],
);
export const followersLost = field(
  'followersLost',
  'count',
  { en: 'followers lost', ru: 'отписались' },
  ['Unfollows', 'Followers Lost', 'Subscribers lost'],
  ['Отписались', 'Отписки', 'Отписок'],
);
export const followersNet = field(
  'followersNet',
  'number',
  { en: 'net change of followers', ru: 'прирост подписчиков' },
  ['Net Audience Growth', 'Net Follower Growth', 'Difference in followers from previous day', 'Net growth', 'Net new followers'],
  ['Чистый прирост подписчиков', 'Прирост', 'Прирост подписчиков'],
);
export const likes = field(
  'likes',
  'count',
  { en: 'likes', ru: 'лайки' },
  ['Likes', 'Total likes', 'Like', 'Reactions', 'Post reactions', 'favorites', 'Hearts'],
  ['Лайки', 'Лайков', 'Отметки "Нравится"', 'Нравится', 'Реакции', 'Лайк'],
);
export const comments = field(
  'comments',
  'count',
  { en: 'comments', ru: 'комментарии' },
  ['Comments', 'Comments added', 'Total comments', 'Comments Count', 'Post comments', 'Replies', 'Comment', 'New Comments'],
  ['Комментарии', 'Комментариев', 'Комменты', 'Ответы'],
);
export const shares = field(
  'shares',
  'count',
  { en: 'shares', ru: 'репосты' },
  ['Shares', 'Total shares', 'Shares Count', 'Post shares', 'Reposts', 'Retweets', 'Share', 'Forwards'],
  ['Репосты', 'Репостов', 'Поделились', 'Поделилось', 'Пересылки'],
);
export const saves = field(
  'saves',
  'count',
  { en: 'saves', ru: 'сохранения' },
  ['Saves', 'Saved', 'Post Saves', 'Bookmarks', 'Add to favorites'],
  ['Сохранения', 'Сохранений', 'Сохранили', 'Сохраненки', 'Сохраненок', 'В избранное', 'Добавили в избранное'],
);
export const engagements = field(
  'engagements',
  'count',
  { en: 'engagements, already summed', ru: 'взаимодействия одной суммой' },
  [
    'Engagements',
    'Total Interactions',
    'T Interactions',
    'Reactions, Comments and Shares',
    'Content interactions',
    'Post engagements',
    'Interactions',
    'Engagement',
    'Total engagement',
  ],
  ['Вовлеченность', 'Взаимодействия', 'Взаимодействия с контентом', 'Активность'],
);
export const reach = field(
  'reach',
  'count',
  { en: 'reach', ru: 'охват' },
  [
    'Reach',
    'Accounts reached',
    'Lifetime Post Total Reach',
    'T Reach',
    'Total Reach',
    'Impressions Unique',
    'Unique viewers',
    'Viewers',
    'Total Viewers',
  ],
  ['Охват', 'Охват всего', 'Охваты', 'Охваченные аккаунты', 'Охват поста', 'Уникальные зрители', 'Охват сторис'],
);
export const impressions = field(
  'impressions',
  'count',
  { en: 'impressions', ru: 'показы' },
  ['Impressions', 'Lifetime Post Total Impressions', 'T Impression', 'Page impressions', 'Post Impressions', 'tweet_impressions'],
  ['Показы', 'Показов', 'Показы значков видео', 'Покази'],
);
export const views = field(
  'views',
  'count',
  { en: 'views', ru: 'просмотры' },
  ['Views', 'Video Views', 'Total views', 'Video views', 'Engaged views'],
  ['Просмотры', 'Просмотров', 'Просмотры постов', 'Просмотры рилс'],
);
export const engagementRate = field(
  'engagementRate',
  'share',
  { en: 'engagement rate as given', ru: 'ER, как посчитан в таблице' },
  [
    'Engagement rate',
    'Engagement Rate (per Impression)',
    'Campaign ER%',
    'Avg. ER%',
    'ER',
    'Engagement rate by reach',
    'Engagement rate by followers',
    'Engagement rate by views',
  ],
  ['ER', 'ER по подписчикам', 'ER по просмотрам', 'ER по охвату', 'ERR', 'ERR24', 'Вовлеченность, %'],
);
export const spend = field(
  'spend',
  'money',
  { en: 'ad spend', ru: 'потрачено на рекламу' },
  ['Amount spent', 'Ad spend', 'Spend', 'Promotion spend', 'Boost spend'],
  ['Сумма затрат', 'Потрачено', 'Расход', 'Расход на продвижение', 'Сума витрат', 'Витрачена сума'],
);
export const paid = field(
  'paid',
  'flag',
  { en: 'paid promotion', ru: 'платное продвижение' },
  ['Paid', 'Promoted', 'Boosted', 'Is paid', 'Ad'],
  ['Продвижение', 'Платное продвижение', 'Реклама', 'Промо', 'Таргет'],
);
export const leads = field(
  'leads',
  'count',
  { en: 'leads', ru: 'заявок' },
  ['Leads', 'Leads received', 'Enquiries', 'Inquiries', 'Requests'],
  ['Заявки', 'Лиды', 'Заявок', 'Обращений', 'Лидов', 'Обращения', 'Заявки с рекламы', 'Заявок из соцсетей'],
);
export const leadsAnswered = field(
  'leadsAnswered',
  'count',
  { en: 'leads answered', ru: 'заявок с ответом' },
  ['Leads answered', 'Answered leads', 'Leads handled', 'Leads processed'],
  ['Обработано заявок', 'Отвечено', 'Обработано', 'Заявок обработано', 'Отвечено заявок', 'Ответили на заявки', 'Из них обработано'],
);
export const leadAt = field(
  'leadAt',
  'date',
  { en: 'lead came in', ru: 'заявка пришла' },
  [
    'Lead time',
    'lead_time',
    'created_time',
    'created_at',
    'Lead at',
    'Lead received',
    'Enquiry at',
    'Enquiry time',
    'Received at',
    'Lead date',
    'Date received',
    'Create Date',
    'Deal created',
    'Date created',
    'Created time',
  ],
  [
    'Дата обращения',
    'Время обращения',
    'Дата заявки',
    'Время заявки',
    'Поступила',
    'Заявка пришла',
    'Пришла',
    'Дата создания сделки',
    'Дата создания',
    'Когда обратились',
    'Обращение',
  ],
);
export const answeredAt = field(
  'answeredAt',
  'date',
  { en: 'first answer', ru: 'первый ответ' },
  [
    'First response',
    'first_response',
    'Answered at',
    'replied_at',
    'contacted_at',
    'First answer',
    'Responded at',
    'First reply',
    'First response at',
    'First reply date',
    'Reply date',
  ],
  ['Время первого ответа', 'Первый ответ', 'Ответили', 'Дата ответа', 'Время ответа', 'Дата первого ответа', 'Когда ответили'],
);
export const leadAnswered = field(
  'leadAnswered',
  'flag',
  { en: 'lead answered, yes or no', ru: 'ответили ли на заявку' },
  ['Answered', 'Answered?', 'Contacted', 'Processed'],
  ['Ответили?', 'Есть ответ', 'Отвечено да/нет', 'Обработана', 'Обработан'],
);
/** How long the first answer took, where no moment of it stands. */
export const answeredAfter = field(
  'answeredAfter',
  'text',
  { en: 'time to the first answer', ru: 'через сколько ответили' },
  ['Time to first response', 'Response time', 'First response time', 'Minutes to respond', 'Time to reply', 'Answered after'],
  ['Через сколько ответили', 'Ответили через', 'Скорость ответа', 'Время до ответа', 'Время реакции', 'Время до первого ответа'],
);
export const goal = field(
  'goal',
  'text',
  { en: 'goal', ru: 'цель' },
  ['Goal', 'Indicator', 'KPI', 'Objective', 'Metric'],
  ['Цель', 'Показатель', 'KPI', 'Цель поста', 'Метрика', 'Задача'],
);
export const goalPlan = field('goalPlan', 'number', { en: 'plan', ru: 'план' }, ['Plan', 'Target'], ['План', 'Плановое значение']);
export const goalFact = field('goalFact', 'number', { en: 'result', ru: 'факт' }, ['Fact', 'Actual'], ['Факт', 'Фактическое значение']);
export const scope = field(
  'scope',
  'text',
  { en: 'what is paid for', ru: 'за что платят' },
  ['Paid for', 'Scope', 'Services', 'Agreed scope'],
  ['За что платят', 'Состав работ', 'За что платит клиент', 'Оплачено', 'Услуги', 'Что оплачено', 'Оплачиваемые работы'],
);
export const parameter = field(
  'parameter',
  'text',
  { en: 'parameter', ru: 'параметр' },
  ['Parameter', 'Setting'],
  ['Параметр', 'Настройка'],
);
export const parameterValue = field('value', 'text', { en: 'value', ru: 'значение' }, ['Value'], ['Значение']);
export const placement = field(
  'placement',
  'text',
  { en: 'where the ad is placed', ru: 'где размещена реклама' },
  [
    'Placement',
    'Influencer',
    'Blogger',
    'Influencer insta name',
    'Post by',
    'instagram name',
    'channel_info',
    'Publisher',
    'Campaign name',
    'Creator',
    'Influencer name',
    'Influencer handle',
  ],
  ['Блогер', 'Размещение', 'Где размещаем', 'Площадка размещения', 'Канал размещения', 'Инфлюенсер', 'Название кампании'],
);
export const placementKind = field(
  'placementKind',
  'text',
  { en: 'kind of placement', ru: 'вид размещения' },
  ['Placement kind', 'Placement type', 'Ad format', 'Kind', 'Result type'],
  ['Вид размещения', 'Тип размещения', 'Вид', 'Формат размещения', 'Вид рекламы'],
);
export const placedAt = field(
  'placedAt',
  'date',
  { en: 'date of the placement', ru: 'дата размещения' },
  ['Placement date', 'Ad date', 'Placed at', 'Ad publication date'],
  ['Дата размещения', 'Дата рекламы', 'Дата выхода рекламы'],
);
export const price = field(
  'price',
  'money',
  { en: 'price', ru: 'цена' },
  ['Price', 'Cost', 'Fee', 'Influencer fee', 'Budget'],
  [
    'Цена',
    'Стоимость',
    'Цена размещения',
    'Стоимость размещения',
    'Бюджет',
    'Цена рекламы',
    'Стоимость рекламы',
    'Стоимость интеграции',
    'Цена интеграции',
  ],
);
export const geoShare = field(
  'geoShare',
  'share',
  { en: 'share of the audience in the target place', ru: 'доля аудитории в целевом городе' },
  ['Geo share', 'Share in target city', 'Target city share', 'Local audience', 'Audience in city', 'Target geo share', 'Geo'],
  [
    'Доля города',
    'Доля нужного города',
    'Гео',
    'Доля гео',
    'Аудитория в городе',
    'Доля целевого города',
    'Город, доля',
    'Аудитория из города',
  ],
);
export const ageShare = field(
  'ageShare',
  'share',
  { en: 'share of the audience of the target age', ru: 'доля аудитории нужного возраста' },
  ['Age share', 'Share of target age', 'Target age share', 'Audience of target age', 'Age'],
  ['Доля возраста', 'Доля нужного возраста', 'Возраст', 'Доля целевого возраста', 'Возраст, доля', 'Аудитория нужного возраста'],
);
/** Where the audience of a placement lives, in words; judged beside the client's own place where no share is given. */
export const audiencePlace = field(
  'audiencePlace',
  'text',
  { en: 'where the audience is', ru: 'где живёт аудитория' },
  ['Audience location', 'Audience city', 'Audience country', 'Audience geo', 'Audience place', 'Audience', 'City'],
  ['Город аудитории', 'География аудитории', 'Гео аудитории', 'Аудитория', 'Город', 'География', 'Страна аудитории'],
);
/** How old the audience of a placement is, in words: `18–24`. */
export const audienceAge = field(
  'audienceAge',
  'text',
  { en: 'age of the audience', ru: 'возраст аудитории' },
  ['Audience age', 'Ages', 'Age range', 'Age group', 'Core age'],
  ['Возраст аудитории', 'Возраст ЦА блогера', 'Возрастная группа', 'Основной возраст', 'Возраст подписчиков'],
);
export const realShare = field(
  'realShare',
  'share',
  { en: 'share of real followers', ru: 'доля живой аудитории' },
  ['Real share', 'Real followers', 'Authentic followers', 'Authentic audience'],
  ['Живая аудитория', 'Доля живых', 'Доля реальных', 'Реальная аудитория', 'Доля живой аудитории', 'Живые'],
);
export const currency = field('currency', 'text', { en: 'currency', ru: 'валюта' }, ['Currency'], ['Валюта']);
export const note = field(
  'note',
  'text',
  { en: 'note', ru: 'примечание' },
  ['Note', 'Notes', 'Remark', 'Remarks', 'Custom labels', 'Campaign'],
  ['Примечание', 'Заметка', 'Заметки', 'Примечания', 'Комментарий', 'Пометка'],
);

/** Every field there is; recognition, settings, the sidebar's selects and the docs derive from this list. */
export const fields: readonly Field[] = [
  account,
  platform,
  publishedAt,
  timeOfDay,
  day,
  title,
  link,
  postId,
  format,
  urgency,
  eventAt,
  sentAt,
  approvedAt,
  approvalHistory,
  revisionRounds,
  decider,
  approver,
  responsible,
  followers,
  followersGained,
  followersLost,
  followersNet,
  likes,
  comments,
  shares,
  saves,
  engagements,
  reach,
  impressions,
  views,
  engagementRate,
  spend,
  paid,
  leads,
  leadsAnswered,
  leadAt,
  answeredAt,
  answeredAfter,
  leadAnswered,
  goal,
  goalPlan,
  goalFact,
  scope,
  parameter,
  parameterValue,
  placement,
  placementKind,
  placedAt,
  price,
  geoShare,
  ageShare,
  audiencePlace,
  audienceAge,
  realShare,
  currency,
  note,
];

/** The headers we would accept for a field, for "needs a column such as …": the most telling one of each language first. */
export function acceptedHeaders(wanted: Field, language: 'en' | 'ru', most = 3): readonly string[] {
  const other = language === 'en' ? 'ru' : 'en';
  return [...wanted.aliases[language], ...wanted.aliases[other]].slice(0, most);
}
