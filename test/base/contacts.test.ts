import { expect, it } from 'vitest';
import { hasContact } from '../../src/base/contacts.ts';

it.each([
  'пишите на anna@example.com',
  '+7 900 123-45-67',
  '8(900)765-43-21',
  '89007654321',
  'бронь: @green_hour',
  't.me/green',
  'https://vk.com/green',
])('is a way to reach somebody: %s', (text) => expect(hasContact(text)).toBe(true));

it.each([
  'Контент-план, март 2026',
  '12.03.2026 – 14.04.2026',
  '2026-03-12 10:00',
  '1 500 000 ₽',
  '№ 12345',
  'Пост 9',
  'C 9:00 до 21:00',
  '',
])('is none: %s', (text) => expect(hasContact(text)).toBe(false));
