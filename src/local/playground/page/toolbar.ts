import type { Language } from '../../../i18n/language.ts';
import { texts } from './texts.ts';

export interface ToolbarEvents {
  run(functionName: string): void;
  open(files: readonly File[]): void;
  sort(isDescending: boolean): void;
  showRowsLike(): void;
  showAllRows(): void;
  download(): void;
  refuseSharing(isRefused: boolean): void;
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
  const menu = document.createElement('details');
  menu.id = 'menu';
  const items = document.createElement('nav');
  const opener = document.createElement('summary');
  opener.textContent = texts.menu[language];
  menu.append(opener, items);
  const closeMenu = () => {
    menu.open = false;
  };
  addEventListener('click', ({ target }) => menu.contains(target as Node) || closeMenu());
  addEventListener('keydown', ({ key }) => key === 'Escape' && closeMenu());

  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.xlsx,.csv,.tsv,.txt';
  input.multiple = true;
  input.hidden = true;
  const open = (chosen: FileList | null | undefined) => {
    if (chosen && chosen.length > 0) events.open([...chosen]);
  };
  input.addEventListener('change', () => {
    open(input.files);
    input.value = '';
  });
  document.body.dataset.drop = texts.drop[language];
  const cue = (isOver: boolean) => document.body.classList.toggle('dropping', isOver);
  addEventListener('dragover', (event) => {
    event.preventDefault();
    cue(true);
  });
  addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && cue(false));
  addEventListener('drop', (event) => {
    event.preventDefault();
    cue(false);
    open(event.dataTransfer?.files);
  });

  const sharing = document.createElement('select');
  sharing.setAttribute('aria-label', texts.sharing[language]);
  sharing.append(new Option(texts.allows[language], 'allows'), new Option(texts.refuses[language], 'refuses'));
  sharing.addEventListener('change', () => events.refuseSharing(sharing.value === 'refuses'));

  element.append(
    name,
    menu,
    button(texts.ascending[language], () => events.sort(false)),
    button(texts.descending[language], () => events.sort(true)),
    button(texts.rowsLike[language], events.showRowsLike),
    button(texts.allRows[language], events.showAllRows),
    button(texts.open[language], () => input.click()),
    button(texts.download[language], events.download),
    sharing,
    input,
  );
  return {
    element,
    setFileName: (text) => {
      name.textContent = text;
      name.title = text;
    },
    setMenu: (entries) =>
      items.replaceChildren(
        ...entries.map(({ label, functionName }) =>
          button(label, () => {
            closeMenu();
            events.run(functionName);
          }),
        ),
      ),
  };
}

function button(label: string, onClick: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.textContent = label;
  element.addEventListener('click', onClick);
  return element;
}
