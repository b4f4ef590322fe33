import type { TextsOf } from '../texts.ts';

/** The page around the popover, where the app runs in a browser tab. */
export const en = {
  copyByHand: 'Copy this by hand',
  strip: 'System tray',
  heading: 'Preview',
  about: 'The whole app in a browser tab, for computers where its own window cannot open.',
  aboutLocal: 'Only this computer can reach this page. Closing the tab leaves the app running.',
  aboutStop: 'To stop it, choose Quit in the menu at the top, or press Ctrl-C in the terminal.',
  hidden: 'The window is hidden. Open it from the menu at the top.',
  openLink: (site: string) => `Open ${site}`,
  lost: 'The preview has stopped',
  lostAdvice: 'Start it again in the terminal and open the new address. If it is still running, this page reconnects.',
  quit: 'The app has quit',
  quitAdvice: 'You can close this tab.',
};

export const ru: TextsOf<typeof en> = {
  copyByHand: 'Скопируйте это сами',
  strip: 'Системный трей',
  heading: 'Предпросмотр',
  about: 'Всё приложение во вкладке браузера — для компьютеров, где его собственное окно не открыть.',
  aboutLocal: 'Эта страница доступна только с этого компьютера. Если закрыть вкладку, приложение продолжит работать.',
  aboutStop: 'Чтобы остановить его, выберите «Выйти» в меню вверху или нажмите Ctrl-C в терминале.',
  hidden: 'Окно скрыто. Откройте его из меню вверху.',
  openLink: (site) => `Открыть ${site}`,
  lost: 'Предпросмотр остановлен',
  lostAdvice:
    'Запустите его снова в терминале и откройте новый адрес. Если он ещё работает, страница подключится сама.',
  quit: 'Приложение закрыто',
  quitAdvice: 'Эту вкладку можно закрыть.',
};
