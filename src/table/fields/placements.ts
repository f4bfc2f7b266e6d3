import { type Field, field } from './field.ts';

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
    'Creator name',
    'Creator handle',
    'KOL',
    'Blogger name',
    'Ad set name',
    'Ad name',
  ],
  [
    'Блогер',
    'Размещение',
    'Где размещаем',
    'Площадка размещения',
    'Канал размещения',
    'Инфлюенсер',
    'Название кампании',
    'Ник блогера',
    'Имя блогера',
    'Блогеры',
    'Паблик',
    'Название паблика',
    'Название канала',
    'Группа для рекламы',
    'Где реклама',
  ],
);

export const placementKind = field(
  'placementKind',
  'text',
  { en: 'kind of placement', ru: 'вид размещения' },
  [
    'Placement kind',
    'Placement type',
    'Ad format',
    'Kind',
    'Result type',
    'Type of placement',
    'Deliverable',
    'Deliverables',
    'Integration type',
  ],
  [
    'Вид размещения',
    'Тип размещения',
    'Вид',
    'Формат размещения',
    'Вид рекламы',
    'Формат рекламы',
    'Формат интеграции',
    'Тип рекламы',
    'Тип результата',
  ],
);

export const placedAt = field(
  'placedAt',
  'date',
  { en: 'date of the placement', ru: 'дата размещения' },
  [
    'Placement date',
    'Ad date',
    'Placed at',
    'Ad publication date',
    'Integration date',
    'Date of placement',
    'Campaign date',
    'Collaboration date',
  ],
  ['Дата размещения', 'Дата рекламы', 'Дата выхода рекламы', 'Дата интеграции', 'Дата посева', 'Выход рекламы', 'Дата выхода интеграции'],
);

export const price = field(
  'price',
  'money',
  { en: 'price', ru: 'цена' },
  [
    'Price',
    'Cost',
    'Fee',
    'Influencer fee',
    'Budget',
    'Rate',
    'Price per post',
    'Price per story',
    'Price per reel',
    'Cost per post',
    'Rate per post',
    'Amount paid',
    'Total paid',
    'Payment',
    'Quoted rate',
    'Quote',
    'Quoted price',
  ],
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
    'Цена за пост',
    'Стоимость поста',
    'Цена поста',
    'Стоимость сторис',
    'Стоимость рилс',
    'Цена сторис',
    'Прайс',
    'Сколько заплатили',
    'Оплата блогеру',
    'Гонорар',
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

/** Place and age in one figure: where it is known, it stands for both. */
export const targetShare = field(
  'targetShare',
  'share',
  { en: 'share of the target audience', ru: 'доля целевой аудитории' },
  ['Target share', 'Target audience share', 'Target audience', 'Share of target audience', 'Relevant audience'],
  ['Доля ЦА', 'ЦА', 'Целевая аудитория', 'Процент ЦА', 'Доля целевой'],
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

export const currency = field(
  'currency',
  'text',
  { en: 'currency', ru: 'валюта' },
  ['Currency', 'Currency code'],
  ['Валюта', 'Код валюты'],
);

export const note = field(
  'note',
  'text',
  { en: 'note', ru: 'примечание' },
  [
    'Note',
    'Notes',
    'Remark',
    'Remarks',
    'Custom labels',
    'Campaign',
    'Comments from client',
    'Client comment',
    'Client feedback',
    'Feedback',
    'Observations',
  ],
  [
    'Примечание',
    'Заметка',
    'Заметки',
    'Примечания',
    'Комментарий',
    'Пометка',
    'Комментарий клиента',
    'Комментарий заказчика',
    'Правки клиента',
    'Обратная связь',
    'Наблюдения',
  ],
);

/** Ads and bloggers: where, when, for how much, and before whom. */
export const placementFields: readonly Field[] = [
  placement,
  placementKind,
  placedAt,
  price,
  geoShare,
  ageShare,
  targetShare,
  audiencePlace,
  audienceAge,
  realShare,
  currency,
  note,
];
