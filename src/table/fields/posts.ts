import { type Field, field } from './field.ts';

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
  ['Day', 'Reporting starts', 'Week', 'Week starting', 'Week number', 'Week #', 'Week no', 'Date of the figures', 'Month', 'Period'],
  [
    'День',
    'Дата сбора',
    'Неделя с',
    'Дата начала отчетности',
    'Початок звітності',
    'Месяц',
    'Неделя',
    'Период',
    '№ недели',
    'Номер недели',
  ],
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
    'Post topic',
    'Theme',
    'Copy',
    'Message',
    'Post Message',
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

/** What a table says of each post, and of each day. */
export const postFields: readonly Field[] = [account, platform, publishedAt, timeOfDay, day, title, link, postId, format];
