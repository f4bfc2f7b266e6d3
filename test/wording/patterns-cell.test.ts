import { describe, expect, it } from 'vitest';
import { isPatternsCell, patternsCell } from '../../src/wording/patterns-cell.ts';

describe('the first of our two cells', () => {
  it('says words beside each number', () => {
    expect(patternsCell([1, 4], 'en')).toBe('1 Who decides · 4 Speed of approval');
    expect(patternsCell([4], 'ru')).toBe('4 Скорость согласования');
    expect(patternsCell([], 'ru')).toBe('');
  });

  it.each(['1', '1, 4', '1 Who decides', '1 Who decides · 4 Speed of approval', '4 Скорость согласования'])('%s is ours', (text) => {
    expect(isPatternsCell(text)).toBe(true);
  });

  it.each(['', '1 Who', '1 Who decides; ask Lena', '6 Who decides', '1 Who decides · mine', '4 Who decides'])(
    '%s is somebody’s',
    (text) => {
      expect(isPatternsCell(text)).toBe(false);
    },
  );
});
