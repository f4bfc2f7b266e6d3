import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/base/cells.ts';
import { describeSheet } from '../../../src/table/recognition/layout.ts';

/** Fields by header; a doubt is shown as `?`. */
function meanings(headers: readonly string[], ...rows: readonly (readonly Cell[])[]): Record<string, string | null> {
  const { columns } = describeSheet('Лист', [headers, ...rows]);
  return Object.fromEntries(
    columns.map(({ header, field, confidence, doubt }) => [header, field && `${field}${confidence === 'likely' || doubt ? '?' : ''}`]),
  );
}

describe('in a table of leads', () => {
  it('age, town and decision are those of whoever asks, and of no audience', () => {
    const headers = ['Дата заявки', 'Телефон', 'Возраст', 'Город', 'Решение', 'Ответственный'];
    const rows = [
      ['01.06.2026 10:00', '+7 900 000-00-01', 24, 'Москва', 'берём', 'Катя'],
      ['02.06.2026 11:00', '+7 900 000-00-02', 31, 'Казань', 'думает', 'Катя'],
    ];
    expect(meanings(headers, ...rows)).toMatchObject({
      'Дата заявки': 'leadAt',
      Возраст: null,
      Город: null,
      Решение: null,
      Ответственный: 'responsible',
    });
  });

  it('a town beside the campaign it came from too', () =>
    expect(
      meanings(['created_time', 'phone_number', 'campaign_name', 'city', 'age'], ['2026-03-15 09:22', '9876543210', 'Tower', 'Pune', '34']),
    ).toMatchObject({ created_time: 'leadAt', city: null, age: null }));

  it.each([
    ['Answered', 'yes', 'leadAnswered'],
    ['Answered', '02.06.2026 12:00', 'answeredAt'],
    ['Contacted', 'no', 'leadAnswered'],
    ['Contacted', '02.06.2026 12:00', 'answeredAt'],
    ['Ответили', 'да', 'leadAnswered'],
    ['Источник', 'Instagram', 'platform'],
    ['Источник', 'рекомендация', null],
  ])('%s over “%s” is %s, as the cells say', (header, cell, field) =>
    expect(meanings(['Дата заявки', 'Телефон', header], ['02.06.2026 11:00', '+7 900 000-00-01', cell])[header]).toBe(field),
  );

  it('a blogger with reach and an address keeps his audience', () =>
    expect(meanings(['Блогер', 'Почта', 'Охват', 'Цена', 'Город'], ['a', 'a@b.ru', 9000, 5000, 'Москва'])).toMatchObject({
      Город: 'audiencePlace',
    }));

  it('comments without a number are remarks', () =>
    expect(
      meanings(
        ['LEAD_ID', 'TITLE', 'DATE_CREATE', 'COMMENTS'],
        [5, 'Сделка 5', '2026-02-03T15:58', ''],
        [6, 'Сделка 6', '2026-02-04T10:10', ''],
      ),
    ).toMatchObject({ DATE_CREATE: 'leadAt', COMMENTS: 'note?' }));

  it('most rows may say themselves that they are leads', () => {
    const headers = ['ID', 'Название', 'Статус', 'Ответственный', 'Дата создания'];
    const row = (id: number, name: string) => [id, name, 'В работе', 'Анна', `0${id}.02.2026 10:00`];
    expect(meanings(headers, row(1, 'Заявка с сайта'), row(2, 'Сделка из почты'), row(3, 'Заявка из ВК'))).toMatchObject({
      Ответственный: 'responsible',
      'Дата создания': 'leadAt',
      Статус: null,
    });
    expect(meanings(headers, row(1, 'Рецепт'), row(2, 'Опрос'), row(3, 'Кейс'))['Дата создания']).toBeNull();
  });
});

describe('people who did not enquire', () => {
  it('whoever was written to is no lead, whether he wrote back or not', () => {
    const rows = [
      ['Ann', 'a@b.c', '2026-03-02', 'no', 'sent'],
      ['Bob', 'b@b.c', '2026-03-03', 'yes', 'replied'],
    ];
    expect(meanings(['Name', 'Email', 'Sent at', 'Replied', 'Status'], ...rows)).toEqual({
      Name: null,
      Email: null,
      'Sent at': null,
      Replied: null,
      Status: null,
    });
    expect(
      meanings(['Email', 'Date contacted', 'replied_at'], ['a@b.c', '2026-03-02', ''], ['b@b.c', '2026-03-02', '2026-03-05']),
    ).toMatchObject({
      replied_at: null,
    });
  });
  it('who came by himself stays one', () => {
    expect(
      meanings(['Enquiry time', 'Email', 'Contacted', 'Replied at'], ['2026-03-02 10:00', 'a@b.c', 'yes', '2026-03-02 11:00']),
    ).toMatchObject({ 'Enquiry time': 'leadAt', 'Replied at': 'answeredAt' });
    expect(meanings(['Когда написали', 'Телефон', 'Ответили'], ['02.03.2026 10:00', '+7 900', '02.03.2026 12:00'])).toMatchObject({
      'Когда написали': 'leadAt',
      Ответили: 'answeredAt',
    });
  });
  it('a customer with a number who calls is served, not won', () =>
    expect(
      meanings(
        ['customer_id', 'data_contato', 'motivo', 'responsavel'],
        ['c-17', '2026-03-02 17:53', 'troca', 'Rui'],
        ['c-18', '2026-03-03 10:12', 'entrega', ''],
      ),
    ).toMatchObject({ data_contato: null, responsavel: null }));
  it('`Replied by` is somebody, `Replied` is not', () =>
    expect(meanings(['Дата заявки', 'Replied'], ['02.03.2026', 'yes'], ['03.03.2026', 'no']).Replied).toBeNull());
});

describe('a CRM', () => {
  it('is known by its stages, and names who is responsible by a number', () =>
    expect(
      meanings(
        ['ID', 'TITLE', 'STAGE_ID', 'ASSIGNED_BY_ID', 'DATE_CREATE'],
        [11, 'Иван, диван', 'NEW', 7, '2026-02-03T15:58:12+03:00'],
        [12, 'Ольга, стол', 'WON', 9, '2026-02-04T10:10:22+03:00'],
      ),
    ).toMatchObject({ ID: null, ASSIGNED_BY_ID: 'responsible', DATE_CREATE: 'leadAt' }));
});

describe('ads', () => {
  it('beside clicks and impressions a cost is what was spent', () => {
    const row = ['2026-05-01', 'Autumn', 'Carousel', 3759, 24, 140.61];
    expect(meanings(['data', 'campanha', 'formato', 'impressoes', 'cliques', 'custo'], row, row, row)).toEqual({
      data: 'day',
      campanha: 'placement',
      formato: 'placementKind?',
      impressoes: 'impressions',
      cliques: null,
      custo: 'spend',
    });
    expect(
      meanings(
        ['Campaign', 'Day', 'Currency code', 'Cost', 'Clicks', 'Impr.'],
        ['A', '2026-05-01', 'EUR', 7.2, 3, 90],
        ['B', '2026-05-01', 'EUR', 9, 2, 80],
      ),
    ).toMatchObject({ Campaign: 'placement', Day: 'day', 'Currency code': 'currency', Cost: 'spend', 'Impr.': 'impressions' });
  });
  it('what a channel asks stays its price', () =>
    expect(meanings(['Канал', 'Стоимость', 'Охват', 'Клики'], ['Город', 5000, 9000, 40], ['Дом', 7000, 12_000, 60]).Стоимость).toBe(
      'price',
    ));
});

describe('the only days of a table', () => {
  it('are those of its posts, days or leads, whatever language they are named in', () => {
    expect(
      meanings(['날짜', 'Title', 'Likes'], ['2026-03-02', 'Tea', 4], ['2026-03-04', 'Cake', 9], ['2026-03-06', 'Jam', 2]),
    ).toMatchObject({
      날짜: 'publishedAt?',
    });
    expect(meanings(['Dato', 'Followers'], ['2026-03-02', 400], ['2026-03-03', 402], ['2026-03-04', 405])).toMatchObject({ Dato: 'day?' });
    expect(
      meanings(
        ['Vaqt', 'Ism', 'Telefon'],
        ['2026-03-02 10:00', 'A', '+998 1'],
        ['2026-03-02 11:30', 'B', '+998 2'],
        ['2026-03-03 09:15', 'C', '+998 3'],
      ),
    ).toMatchObject({ Vaqt: 'leadAt?' });
  });
  it('are not those of births, of ends or of changes, and of people only with the hour', () => {
    const days = ['2026-03-02', '2026-03-04', '2026-03-06'];
    expect(meanings(['updated_at', 'Title', 'Likes'], ...days.map((day) => [day, 'Tea', 4])).updated_at).toBeNull();
    expect(meanings(['Geburtstag', 'Telefon'], ...days.map((day) => [day, '030 1'])).Geburtstag).toBeNull();
    expect(meanings(['Lieferung', 'Telefon'], ...days.map((day) => [day, '030 1'])).Lieferung).toBeNull();
  });
  it('what each video brought on each day is a series: its days are not those of publication', () =>
    expect(
      meanings(
        ['Date', 'Content', 'Video title', 'Video publish time', 'Views'],
        ['2026-01-01', 'a1B2c3D4e5F', 'Tea', 'Sep 2, 2025', 4],
        ['2026-01-02', 'a1B2c3D4e5F', 'Tea', 'Sep 2, 2025', 9],
        ['2026-01-03', 'a1B2c3D4e5F', 'Tea', 'Sep 2, 2025', 7],
      ),
    ).toMatchObject({ Date: 'day', 'Video publish time': 'publishedAt' }));
});

describe('hours', () => {
  const days = ['02.03.2026', '04.03.2026', '06.03.2026'];
  const hour = '18:05';
  /** What a spreadsheet makes of an hour. */
  const timeCell = '1899-12-30T18:05:00';
  const moments = days.map((day) => `${day} 10:00`);
  type Columns = Readonly<Record<string, string | readonly string[]>>;
  it.each<[string, Columns, Record<string, string | null>]>([
    ['whole moments under a header of hours are days', { scheduled_time: moments, Post: 'Tea' }, { scheduled_time: 'publishedAt' }],
    [
      'also where another day says nothing of posts',
      { created_at: moments, 'Posting time': moments, Post: 'Tea' },
      { 'Posting time': 'publishedAt' },
    ],
    ['also in Russian', { 'Время выхода': moments, Пост: 'Чай' }, { 'Время выхода': 'publishedAt' }],
    ['of a lead', { Время: moments, Имя: 'Инна', Телефон: '+7 900' }, { Время: 'leadAt' }],
    ['of a series', { Время: moments, Подписчики: ['900', '901', '902'] }, { Время: 'day' }],
    ['beside days they are hours', { Date: days, 'Posting time': hour, Post: 'Tea' }, { Date: 'publishedAt', 'Posting time': 'timeOfDay' }],
    ['as people write them', { Date: days, Time: '6:05 PM', Post: 'Tea' }, { Date: 'publishedAt', Time: 'timeOfDay' }],
    [
      'as a spreadsheet keeps them',
      { Date: days, 'Publish time': timeCell, Post: 'Tea' },
      { Date: 'publishedAt', 'Publish time': 'timeOfDay' },
    ],
    [
      'beside the days of leads too',
      { 'Дата заявки': days, Время: hour, Телефон: '+7 900' },
      { 'Дата заявки': 'leadAt', Время: 'timeOfDay' },
    ],
    [
      'also under a header of leads',
      { 'Дата заявки': days, 'Время заявки': timeCell, Телефон: '+7 900' },
      { 'Дата заявки': 'leadAt', 'Время заявки': 'timeOfDay' },
    ],
    [
      'beside moments they are nobody’s, least of all those of another day',
      { Date: moments, Time: hour, Post: 'Tea', 'Sent for approval': days },
      { Date: 'publishedAt', Time: null, 'Sent for approval': 'sentAt' },
    ],
  ])('%s', (_, columns, expected) => {
    const cells = days.map((__, row) => Object.values(columns).map((own) => (typeof own === 'string' ? own : own[row])));
    expect(meanings(Object.keys(columns), ...cells)).toMatchObject(expected);
  });
});

describe('an id alone', () => {
  it('is that of posts where each has a day and likes', () =>
    expect(
      meanings(['id', 'date', 'likes', 'views'], [2850, '2026-03-01 20:13', 29, 717], [2851, '2026-03-04 20:13', 5, 223]),
    ).toMatchObject({
      id: 'postId',
      date: 'publishedAt',
    }));
  it('is of nothing we know in a list of accounts or of people', () => {
    expect(meanings(['id', 'name', 'followers', 'likesAvg'], [1, 'Darix', 328000, 4230], [2, 'Jar', 38500, 1900])).toMatchObject({
      id: null,
      name: 'account?',
    });
    expect(meanings(['ID', 'ФИО', 'Instagram'], [4704, 'Инна П.', 'inna'], [36, 'Олег К.', 'oleg']).ID).toBeNull();
  });
  it('an account with a name is told by it, not by its number', () =>
    expect(
      meanings(['influencer_id', 'name', 'subscriber_count', 'engagement_rate'], [1, 'Tech Pro', 550000, 0.045], [2, 'Mom', 120000, 0.038]),
    ).toMatchObject({ influencer_id: null, name: 'account?', subscriber_count: 'followers' }));
});

describe('in a plan of posts', () => {
  it('a status is that of the post, without anybody who approves', () =>
    expect(meanings(['Дата', 'Тема', 'Площадка', 'Статус'], ['01.06.2026', 'Рецепт', 'VK', 'Идея'])).toMatchObject({ Статус: 'status' }));
  it('also where each post counts its leads', () =>
    expect(
      meanings(['Дата', 'Формат', 'Тема', 'Статус', 'Просмотры', 'Лиды'], ['01.06.2026', 'Reels', 'Рецепт', 'Вышел', 900, 2]),
    ).toMatchObject({ Статус: 'status', Лиды: 'leads' }));
  it('not in a table of campaigns or leads', () => {
    expect(meanings(['Campaign name', 'Status', 'Amount spent (USD)'], ['Sale', 'active', 50]).Status).toBeNull();
    expect(meanings(['Имя', 'Телефон', 'Статус'], ['Инна', '+7 900 000-00-01', 'новый']).Статус).toBeNull();
  });
  it('a history of an approval stays one, whatever it is called', () =>
    expect(meanings(['Тема', 'Статус'], ['Рецепт', 'отправлен 01.06 10:00, согласован 03.06 12:00'])).toMatchObject({
      Статус: 'approvalHistory?',
    }));
});

describe('the cells say what the header does not', () => {
  it('addresses of posts are their links', () =>
    expect(
      meanings(
        ['Тема', 'Дата', 'Куда смотреть'],
        ['Рецепт', '01.06.2026', 'https://vk.com/wall-1_25'],
        ['Кейс', '02.06.2026', 'https://t.me/kanal/31'],
      ),
    ).toMatchObject({ 'Куда смотреть': 'link?' }));
  it('addresses of sites or accounts are none', () =>
    expect(
      meanings(['Тема', 'Куда смотреть'], ['Рецепт', 'https://example.com/1'], ['Кейс', 'https://vk.com/club'])['Куда смотреть'],
    ).toBeNull());
  it('sums are no words, and a page of a site is nobody’s account', () => {
    expect(meanings(['Creator', 'Total Reach', 'Total Paid'], ['Ann', 9000, '$300'], ['Bob', 8000, '$1,200'])['Total Paid']).toBe('price');
    expect(
      meanings(['Дата заявки', 'Имя', 'Страница'], ['01.06.2026', 'Инна', '/catalog'], ['02.06.2026', 'Олег', '/']).Страница,
    ).toBeNull();
    expect(meanings(['Пост', 'Контакт'], ['Рецепт', '@inna1'], ['Кейс', '@oleg2']).Контакт).toBeNull();
  });
  it('a type that names no format makes no plan: a campaign’s status is none of a post', () =>
    expect(
      meanings(['Campaign Name', 'Type', 'Status', 'Reach'], ['Spring', 'sms', 'active', 900], ['Sale', 'email', 'active', 1200]).Status,
    ).toBeNull());
  it('devices are no currency', () => expect(meanings(['date', 'spend', 'device'], ['2026-07-09', 60.5, 'Mobile']).device).toBeNull());
  it('whom something was sent to is not known without anybody who approves', () => {
    expect(meanings(['nome', 'mensagem', 'data_envio'], ['A', 'Oi', '2026-04-25']).data_envio).toBe('sentAt?');
    expect(meanings(['Тема', 'Отправлено', 'Согласовано'], ['Рецепт', '01.06.2026', '02.06.2026']).Отправлено).toBe('sentAt');
  });
});

describe('headers that sound right', () => {
  it('a tag without a day is no day', () => {
    expect(meanings(['Title', 'Tag', 'Likes'], ['Tea', '', 4], ['Cake', '', 9]).Tag).toBeNull();
    expect(meanings(['Titel', 'Tag', 'Likes'], ['Tee', '02.03.2026', 4], ['Torte', '04.03.2026', 9]).Tag).toBe('publishedAt');
  });
  it('where a row came from by machine is no network', () =>
    expect(meanings(['day', 'followers', 'source'], ['2026-03-02', 400, 'api'], ['2026-03-03', 402, 'csv']).source).toBeNull());
  it('a network may be as short as people write it', () =>
    expect(meanings(['Тема', 'Сеть'], ['Чай', 'тт'], ['Торт', 'ок'], ['Варенье', 'вк']).Сеть).toBe('platform'));
  it('the address of a picture is not that of a post, and a number of videos no number of views', () => {
    expect(
      meanings(['Text', 'Video Thumbnail Url'], ['Tea', 'https://e.com/1.png'], ['Cake', 'https://e.com/2.png'])['Video Thumbnail Url'],
    ).toBeNull();
    expect(meanings(['name', 'followers', 'video_count'], ['A', 900, 12], ['B', 400, 7]).video_count).toBeNull();
  });
  it('a channel’s description is no post; its name is whose row it is', () =>
    expect(meanings(['name', 'description', 'followers'], ['A', 'Tea and cakes', 900], ['B', 'Jam', 400])).toMatchObject({
      name: 'account?',
      description: null,
    }));
  it('addresses of channels with their followers make no posts, on however many days', () =>
    expect(
      meanings(
        ['date', 'url', 'title', 'subscribers'],
        ...['2026-03-02', '2026-03-09'].flatMap((day, week) => [
          [day, 'https://t.me/city', 'City', 98_000 + week],
          [day, 'https://t.me/yard', 'Yard', 460 + 300 * week],
        ]),
      ),
    ).toMatchObject({ date: 'day', title: 'account?', subscribers: 'followers' }));
  it('a currency may end an identifier', () =>
    expect(meanings(['campaign_name', 'ad_spend_usd'], ['Autumn', 12.5], ['Winter', 40]).ad_spend_usd).toBe('spend'));
  it('identifiers may begin with a capital; a number of a message is its id', () =>
    expect(
      meanings(['PublishDate', 'tg_message_id', 'text', 'view_count'], ['2026-03-02', 1, 'Tea', 329], ['2026-03-03', 2, 'Cake', 309]),
    ).toMatchObject({ PublishDate: 'publishedAt', tg_message_id: 'postId?', text: 'title', view_count: 'views' }));
});

describe('everyday words', () => {
  it('what there is today is what there is', () =>
    expect(meanings(['Название видео', 'Просмотры сегодня', 'Просмотры вчера'], ['Клип', 1000, 900])).toMatchObject({
      'Просмотры сегодня': 'views',
      'Просмотры вчера': null,
    }));
  it('a week of a plan is no day where the posts have days', () => {
    const plan = ['Week', 'Blog title', 'Published date'];
    expect(meanings(plan, ['Week 1', 'Recipe', '26/9/25'], ['Week 2', 'Case', '1/10/25'])).toMatchObject({ Week: null });
    expect(meanings(['Week', 'Followers'], ['Week 1', 900], ['Week 2', 950])).toMatchObject({ Week: 'day' });
  });
  it('a tax is left out', () =>
    expect(meanings(['Дата', 'Кампания', 'Расход с НДС'], ['01.06.2026', 'Посевы', 1000])).toMatchObject({
      Дата: 'day',
      'Расход с НДС': 'spend',
    }));
  it('a day of publication is no day of an ad where posts stand', () =>
    expect(meanings(['Başlık', 'Tür', 'Beğeni', 'Yayın Tarihi'], ['Yeni', 'Reels', 40, '01.06.2026'])['Yayın Tarihi']).toBe('publishedAt'));
});

/** What a rule of the whole table decides, and what it must leave alone beside it. */
describe('what else stands in the table', () => {
  const days = ['2026-03-02', '2026-03-04', '2026-03-06'];
  const moments = days.map((day) => `${day} 10:00`);
  const names = ['A', 'B', 'C'];
  type Cells = Cell | readonly Cell[];
  it.each<[string, Readonly<Record<string, Cells>>, Record<string, string | null>]>([
    [
      'a stage of the funnel is one of posts too',
      { 'Дата создания': days, 'Этап воронки': 'верх', Тема: names, Формат: 'рилс', Ответственный: 'СММ' },
      { 'Дата создания': null, Ответственный: null },
    ],
    [
      'a channel with ticks reaches nobody',
      { Date: days, Topic: names, Email: ['yes', 'no', 'newsletter'], WhatsApp: 1, 'Created at': days, Owner: 'SMM' },
      { 'Created at': null, Owner: null },
    ],
    [
      'the deals of a CRM have an owner',
      { 'Название сделки': names, 'Этап сделки': 'новая', Воронка: 'общая', 'Дата создания': days, Ответственный: 'Аня' },
      { 'Дата создания': 'leadAt', Ответственный: 'responsible' },
    ],
    [
      'who made a post is not responsible for its leads',
      { Дата: days, Тема: names, Формат: 'рилс', Ответственный: 'СММ', Просмотры: 900, Лиды: 2 },
      { Лиды: 'leads', Ответственный: null },
    ],
    ['who answers the leads of a day is', { Дата: days, Лиды: 2, Ответственный: 'Аня' }, { Ответственный: 'responsible' }],
    [
      'who answers the leads of a post says so',
      { Дата: days, Тема: names, Просмотры: 900, Лиды: 2, 'Ответственный за заявки': 'Аня' },
      { 'Ответственный за заявки': 'responsible' },
    ],
    ['a lead’s campaign is where it came from', { created_time: days, phone_number: '9', campaign_name: names }, { campaign_name: null }],
    ['a format is one of posts', { Услуга: ['Чай', 'Торт', 'Стол'], Формат: 'видео', Цена: 500 }, { Формат: null }],
    ['a parameter has a value', { Параметр: names, Охват: 900 }, { Параметр: null }],
    ['a cost beside clicks alone', { Campaign: names, Cost: 7, Clicks: 3 }, { Campaign: 'placement', Cost: 'spend' }],
    ['a cost without clicks is a price', { Блогер: names, Дата: days, Стоимость: 7, Охват: 900 }, { Стоимость: 'price', Дата: 'placedAt' }],
    ...['Influenciador', 'Influenceur', 'Creador', 'Kanal', 'Canal', 'Blogerka', 'Creators', 'Креатор', 'Сообщества'].map(
      (header): [string, Record<string, Cells>, Record<string, string>] => [
        `${header} is paid a price`,
        { [header]: names, Kosten: 7, Reichweite: 900, Klicks: 3 },
        { Kosten: 'price' },
      ],
    ),
    ['a price beside what was spent', { Блогер: names, Дата: days, Цена: 700, Потрачено: 650 }, { Дата: 'placedAt', Цена: 'price' }],
    [
      'an id beside followers is the account’s',
      { id: [1, 2, 3], date: days, followers: [90, 91, 95], likes: 4 },
      { id: null, date: 'day' },
    ],
    [
      'bloggers have addresses too',
      { Блогер: names, Почта: 'a@b.c', Подписчики: [900, 20, 7], Ответственный: 'Аня' },
      { Ответственный: null },
    ],
    [
      'customers may enquire',
      { customer_id: names, lead_date: days, answered_at: days },
      { lead_date: 'leadAt', answered_at: 'answeredAt' },
    ],
    ['or leave a phone', { customer_id: names, created_at: days, Phone: '9' }, { created_at: 'leadAt' }],
    [
      'the days of whoever was written to',
      { Email: 'a@b.c', Message: names, Date: days, 'Sent at': days, Replied: 'no' },
      { Date: 'day', Message: null },
    ],
    ['two columns of days say nothing', { Alpha: days, Beta: days, Title: names, Likes: 4 }, { Alpha: null, Beta: null }],
    ['two days say nothing', { Alpha: [...days.slice(1), ''], Title: names, Likes: 4 }, { Alpha: null }],
    ['posts without a day stay posts', { Тема: ['Чай', 'Торт', 'Стол'], Подписчики: [900, 901, 905], Лайки: 4 }, { Тема: 'title' }],
    [
      'posts beside the address of their channel',
      { Ссылка: 'https://t.me/city', Пост: ['Чай', 'Торт', 'Стол'], Подписчики: 900, Лайки: 4 },
      { Пост: 'title' },
    ],
    [
      'some addresses of posts are not all',
      { Тема: names, 'Куда смотреть': ['https://vk.com/wall-1_25', 'https://e.com/1', 'https://e.com/2'] },
      { 'Куда смотреть': null },
    ],
    ['ids of videos have many digits', { Video: [1234567, 1234568, 1234569], Views: [10, 20, 30] }, { Video: 'postId' }],
    ['counts of videos have few', { Video: [12, 7, 9], Views: [10, 20, 30] }, { Video: null }],
    ['a total comes before its parts', { Views: 4, 'Views (total)': 9 }, { Views: null, 'Views (total)': 'views' }],
    ['cells that fit come before cells that do not', { likes: ['many', 'few', 4], Likes: 5 }, { likes: null, Likes: 'likes' }],
    ['contacts are no contents', { Контакт: names, Телефон: '9', Дата: days }, { Контакт: null, Дата: 'leadAt' }],
    ...['Last visit', 'Запись на', 'Appointment', 'Доставка', 'Joined'].map(
      (header): [string, Record<string, Cells>, Record<string, null>] => [
        `${header} is no day of a lead`,
        { [header]: moments, Name: names, Phone: '9' },
        { [header]: null },
      ],
    ),
    ...['Дата съёмки', 'Shooting date', 'End', 'Оплата'].map((header): [string, Record<string, Cells>, Record<string, null>] => [
      `${header} is no day of a post`,
      { [header]: days, Title: names, Likes: 4 },
      { [header]: null },
    ]),
  ])('%s', (_, columns, expected) => {
    const cells = days.map((__, row) => Object.values(columns).map((own) => (Array.isArray(own) ? own[row] : (own as Cell))));
    const found = meanings(Object.keys(columns), ...cells);
    for (const [header, field] of Object.entries(expected))
      expect(`${header} ${found[header]?.replace('?', '') ?? null}`).toBe(`${header} ${field}`);
  });
});
