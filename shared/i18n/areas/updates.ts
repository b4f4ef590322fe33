import { textsIn, type TextsOf } from '../texts.ts';

export const en = {
  heading: 'Updates',
  check: 'Check for updates',
  checking: 'Looking for a newer version…',
  latest: 'This is the newest version.',
  available: (version: string) => `Version ${version} is here.`,
  whatIsNew: 'What is new',
  download: 'Download',
  downloading: (version: string) => `Downloading version ${version}…`,
  ready: (version: string) => `Version ${version} is ready. It starts when you quit and open the app again.`,
  restart: 'Restart now',
  daily: 'Looked for once a day. Nothing is installed without you.',
  packageManager: 'Newer versions come with your system’s updates.',
  nobody: 'This build does not look for newer versions.',
};

export const ru: TextsOf<typeof en> = {
  heading: 'Обновления',
  check: 'Проверить обновления',
  checking: 'Ищем новую версию…',
  latest: 'Это самая новая версия.',
  available: (version) => `Вышла версия ${version}.`,
  whatIsNew: 'Что нового',
  download: 'Скачать',
  downloading: (version) => `Скачиваем версию ${version}…`,
  ready: (version) => `Версия ${version} готова. Она запустится, когда вы выйдете и снова откроете приложение.`,
  restart: 'Перезапустить сейчас',
  daily: 'Проверяем раз в день. Без вас ничего не установится.',
  packageManager: 'Новые версии приходят с обновлениями системы.',
  nobody: 'Эта сборка не ищет новые версии.',
};

/** The texts of the updates in Settings, in a language. */
export const updatesTexts = textsIn<TextsOf<typeof en>>({ en, ru });
