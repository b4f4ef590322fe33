import type { TextsOf } from '../texts.ts';
import { shortWait } from '../wait.ts';

export const en = {
  noStatus: 'No status',
  signedOut: 'Not signed in',
  starting: 'Starting…',
  statusUnknown: 'Status not loaded yet',
  locked: 'The keychain is locked',
  pendingSet: (title: string) => `Setting “${title}”…`,
  pendingClear: 'Clearing the status…',
  waiting: (title: string, seconds: number) => `“${title}” will be sent again in ${shortWait('en', seconds)}`,
  waitingClear: (seconds: number) => `Clearing will be tried again in ${shortWait('en', seconds)}`,
  failed: (what: string) => `Not done: ${what}`,
  clear: 'Clear status',
  tryAgain: 'Try again',
  open: 'Open Pachca Status',
  signIn: 'Sign in…',
  account: (name: string) => `Account: ${name}`,
  quit: 'Quit',
  away: 'Away',
  menuLabel: 'Tray menu',
};

export const ru: TextsOf<typeof en> = {
  noStatus: 'Нет статуса',
  signedOut: 'Вход не выполнен',
  starting: 'Запускаемся…',
  statusUnknown: 'Статус ещё не загружен',
  locked: 'Связка ключей заблокирована',
  pendingSet: (title) => `Ставим «${title}»…`,
  pendingClear: 'Сбрасываем статус…',
  waiting: (title, n) => `«${title}»: ещё одна попытка через ${shortWait('ru', n)}`,
  waitingClear: (n) => `Сброс: ещё одна попытка через ${shortWait('ru', n)}`,
  failed: (what) => `Не получилось: ${what}`,
  clear: 'Сбросить статус',
  tryAgain: 'Попробовать ещё раз',
  open: 'Открыть Pachca Status',
  signIn: 'Войти…',
  account: (name) => `Аккаунт: ${name}`,
  quit: 'Выйти',
  away: 'Нет на месте',
  menuLabel: 'Меню в трее',
};
