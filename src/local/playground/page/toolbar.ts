import type { Language } from '../../../i18n/language.ts';
import { texts } from './texts.ts';

export interface ToolbarEvents {
  run(functionName: string): void;
  open(file: File): void;
  sort(isDescending: boolean): void;
  showRowsLike(): void;
  showAllRows(): void;
  download(): void;
}

export interface Toolbar {
  readonly element: HTMLElement;
  setFileName(name: string): void;
  setMenu(items: readonly { readonly label: string; readonly functionName: string }[]): void;
}

/** The bar above the grid: the add-on's own menu, and what a spreadsheet does around it. */
export function toolbar(language: Language, events: ToolbarEvents): Toolbar {
  const element = document.createElement('header');
  element.id = 'bar';
  const name = document.createElement('h1');
  const menu = document.createElement('nav');
  menu.setAttribute('aria-label', texts.extensions[language]);

  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.xlsx,.csv,.tsv,.txt';
  input.hidden = true;
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) events.open(file);
    input.value = '';
  });
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) events.open(file);
  });

  element.append(
    name,
    menu,
    button(texts.ascending[language], () => events.sort(false)),
    button(texts.descending[language], () => events.sort(true)),
    button(texts.rowsLike[language], events.showRowsLike),
    button(texts.allRows[language], events.showAllRows),
    button(texts.open[language], () => input.click()),
    button(texts.download[language], events.download),
    input,
  );
  return {
    element,
    setFileName: (text) => {
      name.textContent = text;
    },
    setMenu: (items) => menu.replaceChildren(...items.map(({ label, functionName }) => button(label, () => events.run(functionName)))),
  };
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.textContent = label;
  element.addEventListener('click', onClick);
  return element;
}
