/** Everything that becomes a global function in Apps Script. build.mjs writes the wrappers. */
export { callApi } from './call.ts';
export { callFormula } from './formulas.ts';
export { addTemplateTabs, forgetSettings, onInstall, onOpen, openAudit, removeAudit } from './menu.ts';
