import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../../../src/local/browser.ts';
import { openBytes } from '../../../src/local/files/open.ts';
import { texts } from '../../../src/local/playground/page/texts.ts';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../../src/local/playground/server.ts';
import type { BookView, CellView, SheetView } from '../../../src/local/playground/view.ts';
import { patterns } from '../../../src/patterns/index.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

/** Opens the playground, does, and expects a page without complaints. */
async function using(options: Partial<PlaygroundOptions>, run: (page: Page, playground: Playground) => Promise<void>): Promise<void> {
  const playground = await startPlayground({ port: 0, language: 'ru', ...options });
  const context = await browser.newContext({ viewport: { width: 1400, height: 800 }, acceptDownloads: true });
  const complaints: string[] = [];
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('console', (message) => {
      // The browser itself notes a refusal, which is answered with 400, and how this test reads the colours.
      if (['error', 'warning'].includes(message.type()) && !/400|willReadFrequently/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(playground.address)) complaints.push(request.url());
    });
    await page.goto(playground.address);
    await page.locator('#sheet canvas').first().waitFor();
    await page.locator('#sheet[aria-busy=false]').waitFor();
    // The grid puts its keyboard focus in place a moment after it is drawn.
    await page.waitForTimeout(1000);
    await run(page, playground);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
    await playground.close();
  }
}

/** The workbook as the server holds it, asked for as the page itself does. */
const viewOf = (page: Page): Promise<BookView> =>
  page.evaluate(async () => {
    const headers = { 'x-playground': document.body.dataset.secret ?? '' };
    return (await fetch('/view', { method: 'POST', headers, body: '{}' })).json() as Promise<BookView>;
  });

/** The same once the formulas have been calculated anew. */
async function settledView(page: Page): Promise<BookView> {
  for (let before = await viewOf(page); ; ) {
    await page.waitForTimeout(400);
    const view = await viewOf(page);
    if (JSON.stringify(view) === JSON.stringify(before)) return view;
    before = view;
  }
}

function sheetOf(view: BookView, name: string): SheetView {
  const sheet = view.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no tab ${name}`);
  return sheet;
}
const contentOf = (cell: CellView | undefined) => cell?.value ?? cell?.wall;
const valueAt = (sheet: SheetView, row: number, column: number) =>
  contentOf(sheet.cells.find((cell) => cell.row === row && cell.column === column));
/** What each row holds, in the order of the rows. */
function rowTexts(sheet: SheetView): readonly string[] {
  const rows = new Map<number, string[]>();
  for (const cell of sheet.cells) {
    const content = contentOf(cell);
    if (content !== undefined) rows.set(cell.row, [...(rows.get(cell.row) ?? []), `${cell.column}: ${content}`]);
  }
  return [...rows.values()].map((row) => row.join('; '));
}
const tintedRows = (sheet: SheetView, column: number) =>
  new Map(
    sheet.cells.flatMap(({ row, column: at, background }) =>
      at === column && background !== undefined ? [[valueAt(sheet, row, column), background] as const] : [],
    ),
  );

/** Selects a cell by its name, as a person does in the box at the top left. */
async function select(page: Page, cell: string): Promise<void> {
  const box = page.locator('#sheet input').first();
  await box.click();
  await box.fill(cell);
  await box.press('Enter');
  await page.waitForTimeout(150);
}

/** Presses a key and waits until the grid has come to the cell where it leads. */
async function pressTo(page: Page, key: string, cell: string): Promise<void> {
  await page.keyboard.press(key);
  await expect.poll(() => page.locator('#sheet input').first().inputValue()).toBe(cell);
}

async function typeInto(page: Page, cell: string, text: string): Promise<void> {
  await select(page, cell);
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

const toTab = (page: Page, name: string) => page.locator('#sheet').getByText(name, { exact: true }).last().click();
const barButton = (page: Page, name: string) => page.locator('#bar').getByRole('button', { name, exact: true });

/** Picks an item of the add-on's menu. */
async function menuItem(page: Page, name: string): Promise<void> {
  await page.locator('#menu summary').click();
  await page.locator('#menu').getByRole('button', { name, exact: true }).click();
}

/** Colours of the add-on's tints that the grid has drawn. */
async function drawnTints(page: Page): Promise<readonly string[]> {
  const drawn = await page.evaluate(() => {
    const colours = new Set<string>();
    for (const canvas of document.querySelectorAll<HTMLCanvasElement>('#sheet canvas')) {
      const { width, height } = canvas;
      if (width === 0 || height === 0) continue;
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? { data: [] };
      for (let at = 0; at < data.length; at += 4 * 7) {
        colours.add(`#${[data[at], data[at + 1], data[at + 2]].map((part) => (part ?? 0).toString(16).padStart(2, '0')).join('')}`);
      }
    }
    return [...colours];
  });
  const tints = new Set(patterns.map(({ colour }) => colour.row.toLowerCase()));
  return drawn.filter((colour) => tints.has(colour));
}

const POSTS = 'Посты';
const ENGLISH_POSTS = 'Posts';

describe('the playground', { timeout: 180_000 }, () => {
  it('goes the whole way: a formula, the audit, a slider, highlight, sort, filter, download, reopen, remove', async () => {
    await using({}, async (page) => {
      const original = await settledView(page);
      const posts = sheetOf(original, POSTS);
      const header = posts.cells.filter(({ row }) => row === posts.cells.find(({ value }) => value === 'Подписчики')?.row);
      const column = (text: string) => {
        const index = header.findIndex(({ value }) => value === text);
        if (index < 0) throw new Error(`no column ${text}`);
        return header[index]?.column ?? -1;
      };
      const letter = (text: string) => String.fromCharCode(65 + column(text));
      const firstRow = (header[0]?.row ?? 0) + 2;

      // A formula with hint, spilled over a range, in Russian form.
      await toTab(page, 'Формулы');
      await select(page, 'D1');
      await page.keyboard.type('=ER(');
      await page.getByText('ER(реакции…; подписчики)').waitFor();
      await page.keyboard.type(
        `${['Лайки', 'Подписчики'].map((text) => `'${POSTS}'!${letter(text)}${firstRow}:${letter(text)}${firstRow + 3}`).join(';')})`,
      );
      await page.keyboard.press('Enter');
      const want = [0, 1, 2, 3].map((index) => {
        const at = (text: string) => Number(valueAt(posts, firstRow - 1 + index, column(text)));
        return at('Лайки') / at('Подписчики');
      });
      const shown = async () => {
        // Spilled cells are the grid's to draw; a file holds them all.
        const { book } = await downloaded(page);
        return [1, 2, 3, 4].map((row) => book.sheet('Формулы')?.value(row, 4));
      };
      await expect.poll(shown, { timeout: 10_000 }).toEqual(want.map((value) => expect.closeTo(value, 12)));

      // The audit of the posts, recounted by a slider with the keyboard.
      await toTab(page, POSTS);
      expect(await drawnTints(page)).toEqual([]);
      await menuItem(page, 'Открыть аудит');
      const panel = page.frameLocator('#panel iframe');
      await panel.getByRole('heading', { name: /мест, где теряется результат/ }).waitFor();
      await panel.locator('[data-key="place revision-rounds"]').click();
      const count = await panel.locator('.count').textContent();
      await panel.getByRole('slider').first().focus();
      for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowRight');
      expect(await panel.locator('.count').textContent()).not.toBe(count);

      const beforeHighlight = await viewOf(page);
      await panel.getByRole('button', { name: /^Подсветить \d+ строк/ }).click();
      await panel.getByText(/^Подсвечен[аыо] \d+\sстрок/).waitFor();
      const annotated = await viewOf(page);
      const tints = tintedRows(sheetOf(annotated, POSTS), column('Тема поста'));
      expect(tints.size).toBeGreaterThan(5);
      expect(annotated.sheets.length).toBe(beforeHighlight.sheets.length + 1);
      await expect.poll(() => drawnTints(page)).not.toEqual([]);

      // Sorting moves the tint with its row.
      await select(page, `${letter('Опубликовано')}${firstRow}`);
      await barButton(page, texts.descending.ru).click();
      await page.locator('#status', { hasText: 'Отсортировано' }).waitFor();
      const sorted = await viewOf(page);
      expect(rowTexts(sheetOf(sorted, POSTS))).not.toEqual(rowTexts(sheetOf(annotated, POSTS)));
      expect(tintedRows(sheetOf(sorted, POSTS), column('Тема поста'))).toEqual(tints);
      await expect.poll(() => drawnTints(page)).not.toEqual([]);

      // Rows like a chosen one, and all of them again.
      await select(page, `${letter('Кто решает')}${firstRow}`);
      await barButton(page, 'Только такие строки').click();
      await expect.poll(async () => sheetOf(await viewOf(page), POSTS).hiddenRows.length).toBeGreaterThan(5);
      await barButton(page, 'Все строки').click();
      await expect.poll(async () => sheetOf(await viewOf(page), POSTS).hiddenRows).toEqual([]);

      // The file holds what the grid shows; opened again it shows the same.
      const settled = await settledView(page);
      const file = await downloaded(page);
      expect(file.book.sheet(POSTS)?.rules.filter(({ formula }) => formula?.includes('smm-audit')).length).toBeGreaterThan(0);
      await page.locator('#bar input[type=file]').setInputFiles({
        name: 'снова.xlsx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(file.bytes),
      });
      await page.locator('#bar h1', { hasText: 'снова.xlsx' }).waitFor();
      const reopened = await settledView(page);
      expect(reopened.sheets.map(({ name }) => name)).toEqual(settled.sheets.map(({ name }) => name));
      for (const { name } of settled.sheets) expect(rowTexts(sheetOf(reopened, name))).toEqual(rowTexts(sheetOf(settled, name)));
      expect(tintedRows(sheetOf(reopened, POSTS), column('Тема поста'))).toEqual(tints);

      // Taken away again: the rows are those of the beginning, in the order they were sorted to.
      page.once('dialog', (dialog) => void dialog.accept());
      await menuItem(page, 'Убрать аудит');
      await expect.poll(async () => (await viewOf(page)).sheets.length).toBe(original.sheets.length);
      await toTab(page, POSTS);
      const restored = await settledView(page);
      for (const { name } of original.sheets.filter(({ name }) => name !== 'Формулы')) {
        expect([...rowTexts(sheetOf(restored, name))].sort()).toEqual([...rowTexts(sheetOf(original, name))].sort());
      }
      expect(await drawnTints(page)).toEqual([]);
    });
  });

  it('recalculates when an argument changes, and tells the sentence of an error', async () => {
    await using({ language: 'en' }, async (page) => {
      await toTab(page, 'Formulas');
      await typeInto(page, 'D1', '200');
      await typeInto(page, 'D2', '=ER(10,D1)');
      const result = async () => (await downloaded(page, 'en')).book.sheet('Formulas')?.value(2, 4);
      await expect.poll(result).toBe(0.05);
      await typeInto(page, 'D1', '100');
      await expect.poll(result).toBe(0.1);
      await typeInto(page, 'E2', '=ER()');
      await page.locator('#status', { hasText: /ER/ }).waitFor();
      expect(await page.locator('#status').textContent()).toBe('ER requires engagements: pass 2 arguments, not 0');
    });
  });

  it('reads what is typed as a Russian spreadsheet does, moves on with the keys, and forgets no error', async () => {
    await using({}, async (page) => {
      await toTab(page, 'Формулы');
      await select(page, 'D1');
      // Enter goes down a row, and an arrow goes on from there.
      for (const [row, text] of ['1,5', '15.06.2026', '12,5%'].entries()) {
        await page.keyboard.type(text);
        await pressTo(page, 'Enter', `D${row + 2}`);
      }
      await pressTo(page, 'ArrowDown', 'D5');
      await page.keyboard.type('=ER("abc";100)');
      await pressTo(page, 'Enter', 'D6');
      const sentence = 'ER: в аргументе «реакции» нужно число не меньше 0, а не «abc»';
      await page.locator('#status', { hasText: sentence }).waitFor();
      await page.keyboard.type('=SUM(D1;0,5)');
      await pressTo(page, 'Enter', 'D7');
      expect(await page.locator('#status').textContent()).toBe('');
      // Back to the cell with the error: it tells again.
      await pressTo(page, 'ArrowUp', 'D6');
      await pressTo(page, 'ArrowUp', 'D5');
      await page.locator('#status', { hasText: sentence }).waitFor();
      const { book } = await downloaded(page);
      const typed = [1, 2, 3, 4, 6].map((row) => book.sheet('Формулы')?.value(row, 4) ?? null);
      expect(typed).toEqual([1.5, { wall: Date.UTC(2026, 5, 15) }, 0.125, null, 2]);
      // Rows and formats are not its business, and it says so.
      await select(page, 'D1');
      await page.keyboard.press('Control+b');
      await page.locator('#status', { hasText: texts.fixedShape.ru }).waitFor();
    });
  });

  it('opens a file that is dropped onto it, and shows the looks that the file has', async () => {
    await using({ language: 'en' }, async (page) => {
      const dropped = await page.evaluateHandle(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['Post,Revision rounds\na,6\n'], 'mine.csv'));
        return transfer;
      });
      const header = sheetOf(await viewOf(page), ENGLISH_POSTS).cells.find(({ value }) => value === 'Followers');
      expect(header).toMatchObject({ isBold: true, isWrapped: true, background: '#d9ead3' });
      await page.dispatchEvent('#sheet', 'drop', { dataTransfer: dropped });
      await page.locator('#bar h1', { hasText: 'mine.csv' }).waitFor();
      expect((await viewOf(page)).sheets.map(({ name }) => name)).toEqual(['mine']);
    });
  });

  it('opens several files that are dropped together as tabs of one workbook, and joins what belongs together', async () => {
    await using({ language: 'en' }, async (page) => {
      const dropped = await page.evaluateHandle(() => {
        const posts = [1, 2, 3, 4, 5, 6];
        const link = (post: number) => `https://www.instagram.com/p/Post${post}/`;
        const tracker = posts.map((post) => `Topic ${post},${link(post)},2026-04-01 10:00,2026-04-${post === 3 ? 20 : '01'} 15:00`);
        const exported = posts.map((post) => `Topic ${post}: all of it,2026-04-2${post} 12:00,${link(post)},${100 + post},${900 + post}`);
        const transfer = new DataTransfer();
        transfer.items.add(new File([['Topic,Link,Sent for approval,Approved', ...tracker].join('\n')], 'tracker.csv'));
        transfer.items.add(new File([['Description,Publish time,Permalink,Likes,Reach', ...exported].join('\n')], 'export.csv'));
        return transfer;
      });
      await page.dispatchEvent('#sheet', 'drop', { dataTransfer: dropped });
      await page.locator('#bar h1', { hasText: 'tracker.csv + export.csv' }).waitFor();
      expect((await viewOf(page)).sheets.map(({ name }) => name)).toEqual(['tracker', 'export']);
      await menuItem(page, 'Open audit');
      const panel = page.frameLocator('#panel iframe');
      await panel.getByText('Tabs joined: 1').click();
      await panel.getByText('6 of 6 rows by link').waitFor();
      const [download] = await Promise.all([page.waitForEvent('download'), barButton(page, texts.download.en).click()]);
      expect(download.suggestedFilename()).toBe('tracker-smm-audit.xlsx');
    });
  });

  it('refuses a file it cannot read with a sentence, and keeps what is open', async () => {
    await using({ language: 'en' }, async (page) => {
      await page.locator('#bar input[type=file]').setInputFiles('package.json');
      await page.locator('#status', { hasText: 'Files of type .json are not read' }).waitFor();
      expect(await page.locator('#bar h1').textContent()).toBe('sample-client-en.xlsx');
    });
  });

  it.each([
    ['allows', 'Done: the client can view the copy.'],
    ['refuses', 'Google did not let the add-on make or share the copy'],
  ])('drives the whole way to sharing where Google %s', async (answer, said) => {
    await using({ language: 'en' }, async (page) => {
      await page.getByLabel('When you share').selectOption(answer);
      await menuItem(page, 'Open audit');
      const panel = page.frameLocator('#panel iframe');
      await panel.getByRole('button', { name: 'Client report', exact: true }).click();
      await panel.getByRole('button', { name: 'Make the report', exact: true }).click();
      await panel.getByLabel('The client’s e-mail').fill('client@example.com');
      await panel.getByLabel('The client’s e-mail').press('Enter');
      await panel.getByText(said).waitFor();
    });
  });

  it('can be used 640 pixels wide: the tabs of the sheet stay in sight beside the panel, and its × covers nothing of it', async () => {
    await using({ language: 'en' }, async (page) => {
      await page.setViewportSize({ width: 640, height: 700 });
      await menuItem(page, 'Open audit');
      const panel = page.frameLocator('#panel iframe');
      await panel.getByRole('heading', { name: /places where results get lost/ }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(640);
      // What is there to be clicked is the tab itself, not something over it.
      const tab = await page.locator('#sheet').getByText(ENGLISH_POSTS, { exact: true }).last().boundingBox();
      const [x, y] = [(tab?.x ?? 0) + (tab?.width ?? 0) / 2, (tab?.y ?? 0) + (tab?.height ?? 0) / 2];
      expect(x).toBeLessThan(340);
      expect(await page.evaluate(([x, y]) => document.elementFromPoint(x ?? 0, y ?? 0)?.textContent, [x, y])).toBe(ENGLISH_POSTS);
      const close = await page.getByRole('button', { name: 'Close the panel' }).boundingBox();
      const frame = await page.locator('#panel iframe').boundingBox();
      expect((close?.y ?? 0) + (close?.height ?? 0)).toBeLessThanOrEqual(frame?.y ?? 0);
    });
  });

  it('starts the panel anew over another file, and an old error goes with the next step', async () => {
    await using({ language: 'en' }, async (page) => {
      await menuItem(page, 'Open audit');
      const panel = page.frameLocator('#panel iframe');
      await panel.getByRole('heading', { name: /places where results get lost/ }).waitFor();
      await page.locator('#bar input[type=file]').setInputFiles('package.json');
      await page.locator('#status', { hasText: 'Files of type .json are not read' }).waitFor();
      await page
        .locator('#bar input[type=file]')
        .setInputFiles({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from('Post,Revision rounds\na,6\nb,1\n') });
      await panel.getByRole('heading', { name: '1 place where results get lost' }).waitFor();
      expect(await page.locator('#status').textContent()).toBe('');
    });
  });
});

/** The file as a person gets it, opened again. */
async function downloaded(page: Page, language: 'en' | 'ru' = 'ru') {
  const [download] = await Promise.all([page.waitForEvent('download'), barButton(page, texts.download[language]).click()]);
  const bytes = new Uint8Array(readFileSync(await download.path()));
  return openBytes('download.xlsx', bytes, { isShown: true });
}
