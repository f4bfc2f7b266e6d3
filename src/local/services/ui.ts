import type { Runtime } from './runtime.ts';

type OfficialMenu = GoogleAppsScript.Base.Menu;

class MenuFake implements Pick<OfficialMenu, 'addItem' | 'addSeparator' | 'addToUi'> {
  private readonly items: { label: string; functionName: string }[] = [];

  constructor(private readonly runtime: Runtime) {}

  addItem(label: string, functionName: string): OfficialMenu {
    this.items.push({ label, functionName });
    return this.exposed();
  }
  addSeparator(): OfficialMenu {
    return this.exposed();
  }
  addToUi(): void {
    this.runtime.menu = this.items;
  }
  private exposed = () => this.runtime.expose<OfficialMenu>('Menu', this);
}

/** Title and content of a window; the HTML is a file of the built add-on. */
class HtmlFake {
  title = '';
  constructor(
    private readonly runtime: Runtime,
    readonly html: string,
  ) {}
  setTitle(title: string): GoogleAppsScript.HTML.HtmlOutput {
    this.title = title;
    return this.exposed();
  }
  setWidth(): GoogleAppsScript.HTML.HtmlOutput {
    return this.exposed();
  }
  getContent = () => this.html;
  exposed = () => this.runtime.expose<GoogleAppsScript.HTML.HtmlOutput>('HtmlOutput', this);
}

export function uiOf(runtime: Runtime): unknown {
  return runtime.expose('Ui', {
    createAddonMenu: () => runtime.expose<OfficialMenu>('Menu', new MenuFake(runtime)),
    showSidebar: (output: { fake: HtmlFake }) => {
      runtime.sidebars.push({ title: output.fake.title, html: output.fake.html });
    },
    alert: (text: string, buttons = 'OK') => {
      runtime.alerts.push(text);
      return buttons === 'OK' ? 'OK' : (runtime.options.answer?.(text) ?? 'YES');
    },
    Button: { YES: 'YES', NO: 'NO', OK: 'OK', CANCEL: 'CANCEL' },
    ButtonSet: { YES_NO: 'YES_NO', OK: 'OK' },
  });
}

export function htmlService(runtime: Runtime): unknown {
  return runtime.expose('HtmlService', {
    createHtmlOutputFromFile: (name: string) => {
      const html = runtime.files.get(name);
      if (html === undefined) throw new Error(`Exception: No HTML file named ${name} was found.`);
      return new HtmlFake(runtime, html).exposed();
    },
  });
}
