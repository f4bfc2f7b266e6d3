import { render } from 'lit-html';
import { createActions } from './actions/index.ts';
import { keepFocus } from './focus.ts';
import { firstModel, type Model } from './model.ts';
import { callServer } from './server.ts';
import { createStore } from './store.ts';
import { texts } from './texts.ts';
import { pageView } from './views/page.ts';

const page = document.getElementById('page') as HTMLElement;
const drawn = keepFocus(page);

const draw = (model: Model) =>
  drawn(JSON.stringify(model.screen), () => render(pageView({ model, actions, say: (id) => texts[id][model.language] }), page));
const actions = createActions(createStore(callServer, firstModel(navigator.language.toLowerCase().startsWith('ru') ? 'ru' : 'en'), draw));

document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') actions.back();
});
// Whoever comes back from the sheet may have opened another file or tab meanwhile.
window.addEventListener('focus', actions.lookAgain);
actions.open();
