export { followElements } from './follow-elements.js';
export { markFrame } from './mark-frame.js';
export { showTemplates } from './show-templates.js';
export { idsOn, type Markup, type TranslationOptions, translateMarks } from './translate-marks.js';
