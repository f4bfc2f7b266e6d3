import type { Text } from '../../../i18n/language.ts';

export const texts = {
  open: { en: 'Open files', ru: 'Открыть файлы' },
  download: { en: 'Download .xlsx', ru: 'Скачать .xlsx' },
  ascending: { en: 'Sort A to Z', ru: 'Сортировать А–Я' },
  descending: { en: 'Sort Z to A', ru: 'Сортировать Я–А' },
  menu: { en: 'Extensions', ru: 'Расширения' },
  sharing: { en: 'When you share', ru: 'Когда вы делитесь' },
  allows: { en: 'Google allows', ru: 'Google разрешает' },
  refuses: { en: 'Google refuses', ru: 'Google отказывает' },
  drop: {
    en: 'Drop to open; several files become tabs of one workbook',
    ru: 'Отпустите, чтобы открыть; несколько файлов станут вкладками одной таблицы',
  },
  closePanel: { en: 'Close the panel', ru: 'Закрыть панель' },
  ready: {
    en: 'Begin with “Extensions”, “{first}”. What you change stays in this window until you download it; drop .xlsx or .csv files of your own here to open them.',
    ru: 'Начните с меню «Расширения», «{first}». Изменения остаются в этом окне, пока вы не скачаете файл; свои .xlsx и .csv можно перетащить сюда.',
  },
  fixedShape: {
    en: 'Rows, columns, tabs and formats cannot be changed here: the playground edits cells, sorts, filters and audits.',
    ru: 'Строки, столбцы, вкладки и форматы здесь менять нельзя: площадка правит ячейки, сортирует, фильтрует и проверяет.',
  },
  rowsLike: { en: 'Only rows like this', ru: 'Только такие строки' },
  allRows: { en: 'All rows', ru: 'Все строки' },
  chooseCell: {
    en: 'Select a cell of the table first.',
    ru: 'Сначала выделите ячейку таблицы.',
  },
  filtered: {
    en: 'Only the rows with the same value in this column are shown.',
    ru: 'Показаны только строки с тем же значением в этом столбце.',
  },
  sorted: {
    en: 'Sorted; the marked rows moved together with their marks.',
    ru: 'Отсортировано: выделенные строки переехали вместе с пометками.',
  },
  stopped: {
    en: 'The playground does not answer: start it again with npm start.',
    ru: 'Площадка не отвечает: запустите её снова командой npm start.',
  },
} as const satisfies Record<string, Text>;
