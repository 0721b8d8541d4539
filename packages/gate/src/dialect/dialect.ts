export { showTemplates } from './show-templates.js';
export { type Markup, type TranslationOptions, translateMarks } from './translate-marks.js';
