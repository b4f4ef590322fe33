import { textsIn, type TextsOf } from '../texts.ts';

export const en = {
  heading: 'Diagnostics',
  hint: 'Versions, the keychain, settings and the last errors, for a bug report. The token is not in it.',
  show: 'Show',
  hide: 'Hide',
  copy: 'Copy diagnostics',
  copied: 'Copied',
  save: 'Save to a file',
  saved: 'Saved',
  preview: 'Text of the diagnostics',
};

export const ru: TextsOf<typeof en> = {
  heading: 'Диагностика',
  hint: 'Версии, связка ключей, настройки и последние ошибки — для сообщения о неполадке. Токена в ней нет.',
  show: 'Показать',
  hide: 'Скрыть',
  copy: 'Скопировать диагностику',
  copied: 'Скопировано',
  save: 'Сохранить в файл',
  saved: 'Сохранено',
  preview: 'Текст диагностики',
};

/** The texts around the diagnostics, in a language. */
export const diagnosticsTexts = textsIn<TextsOf<typeof en>>({ en, ru });
