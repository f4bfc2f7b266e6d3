import { render } from 'lit-html';
import { createApp } from './app.ts';
import { keepFocus } from './focus.ts';
import { callServer } from './server.ts';
import { texts } from './texts.ts';
import { pageView } from './views/page.ts';

const page = document.getElementById('page') as HTMLElement;
const firstLanguage = navigator.language.toLowerCase().startsWith('ru') ? 'ru' : 'en';
const drawn = keepFocus(page);

createApp(
  callServer,
  (model, actions) => drawn(() => render(pageView({ model, actions, say: (id) => texts[id][model.language] }), page)),
  firstLanguage,
).open();
