import { render } from 'lit-html';
import { createApp } from './app.ts';
import { callServer } from './server.ts';
import { texts } from './texts.ts';
import { pageView } from './views/page.ts';

const page = document.getElementById('page') as HTMLElement;
const firstLanguage = navigator.language.toLowerCase().startsWith('ru') ? 'ru' : 'en';

createApp(
  callServer,
  (model, actions) => render(pageView({ model, actions, say: (id) => texts[id][model.language] }), page),
  firstLanguage,
).open();
