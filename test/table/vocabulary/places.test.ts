import { describe, expect, it } from 'vitest';
import { countryOfCity, placesIn } from '../../../src/table/vocabulary/places.ts';

describe('places in a text', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['Пермь', ['Perm'], []],
    ['Perm', ['Perm'], []],
    ['жители Перми', ['Perm'], []],
    ['г. Пермь, 25–45', ['Perm'], []],
    ['Москва', ['Moscow'], []],
    ['Москвы и области', ['Moscow'], []],
    ['Мск, Спб', ['Moscow', 'Saint Petersburg'], []],
    ['Санкт-Петербург', ['Saint Petersburg'], []],
    ['Нижний Новгород', ['Nizhniy Novgorod'], []],
    ['в Нижнем Новгороде', ['Nizhniy Novgorod'], []],
    ['Екатеринбург', ['Yekaterinburg'], []],
    ['Челябинск', ['Chelyabinsk'], []],
    ['Орёл', ['Orël'], []],
    ['Орел', ['Orël'], []],
    ['Ростов-на-Дону', ['Rostov-na-Donu'], []],
    ['Набережные Челны', ['Naberezhnyye Chelny'], []],
    ['Хабаровск', ['Khabarovsk'], []],
    ['Уфа', ['Ufa'], []],
    ['Алматы', ['Almaty'], []],
    ['Київ', ['Kyiv'], []],
    ['Россия', [], ['RU']],
    ['по всей России', [], ['RU']],
    ['Пермь, Россия', ['Perm'], ['RU']],
    ['Russia', [], ['RU']],
    ['Казахстан', [], ['KZ']],
    ['London, UK', ['London'], ['GB']],
    ['São Paulo', ['São Paulo'], []],
    ['женщины, йога', [], []],
    ['', [], []],
  ])('%s', (text, cities, countries) => {
    const found = placesIn(text);
    expect([found.cities, found.countries]).toEqual([cities, countries]);
  });

  it.each(['все', 'весь мир, все', 'Worldwide', 'all'])('no place in particular: %s', (text) => {
    expect(placesIn(text).isEverywhere).toBe(true);
  });

  it('knows the country of each city', () => {
    expect([countryOfCity('Perm'), countryOfCity('Almaty'), countryOfCity('Nowhere')]).toEqual(['RU', 'KZ', undefined]);
  });

  it('takes no word of a plain sentence for a place', () => {
    const sentences = [
      'Пост о новых занятиях, который понравился подписчикам',
      'Reels про утреннюю растяжку и завтрак',
      'A post about the morning class and the new teacher',
      'Stories from the studio: what we did last week',
    ];
    for (const text of sentences) expect([text, placesIn(text).cities, placesIn(text).countries]).toEqual([text, [], []]);
  });
});
