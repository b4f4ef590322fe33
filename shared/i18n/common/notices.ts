import type { TextsOf } from '../texts.ts';

export const en = {
  dismiss: 'Dismiss',
  dataRemoved: 'All data is removed: tokens, settings, presets and avatars.',
  signedOut: 'Signed out. The token is no longer in the keychain.',
  signedOutSession: 'Signed out. The token is forgotten.',
  leftDemo: 'You left the demo.',
  left: (service: string, account: string) =>
    `Signed out, but the entry “${service}” / “${account}” is still in the keychain. Remove it there yourself.`,
  dropped: (title: string | null) => (title === null ? 'The status was not cleared' : `“${title}” was not set`),
  droppedEnded: 'It waited for the network, and its end has passed meanwhile.',
  droppedChanged: 'It waited for the network, and your status was changed elsewhere meanwhile. That one was kept.',
  avatarNotPutBack: 'Your earlier picture was not put back: it was changed elsewhere meanwhile. That one was kept.',
  keychainWaiting: (keychain: string) => `Waiting for ${keychain}`,
  keychainWaitingHint:
    'It may be asking for its password in another window. The app goes on by itself when it answers.',
  zoneUnknown: (zone: string) =>
    `This computer’s time zone is not set or not known. Times are in ${zone}. Set the time zone in the system’s settings.`,
  updateAvailable: (version: string) => `Version ${version} of the app is here. Settings tells what is new.`,
  updated: (version: string) => `The app is now version ${version}.`,
  clockDiffers: (by: string, ahead: boolean) =>
    ahead ? `This computer’s clock is ${by} ahead of Pachca’s` : `This computer’s clock is ${by} behind Pachca’s`,
  clockDiffersHint: 'Statuses end by Pachca’s clock. Set the time of this computer in its settings.',
  rendererCrashed: 'The window crashed several times. Quit the app and start it again.',
};

export const ru: TextsOf<typeof en> = {
  dismiss: 'Закрыть',
  dataRemoved: 'Все данные удалены: токены, настройки, пресеты и аватары.',
  signedOut: 'Вы вышли. Токена больше нет в связке ключей.',
  signedOutSession: 'Вы вышли. Токен забыт.',
  leftDemo: 'Вы вышли из демо.',
  left: (service, account) =>
    `Вы вышли, но запись «${service}» / «${account}» осталась в связке ключей. Удалите её там сами.`,
  dropped: (title) => (title === null ? 'Статус не сброшен' : `«${title}» не установлен`),
  droppedEnded: 'Он ждал сети, и его время успело пройти.',
  droppedChanged: 'Он ждал сети, а статус тем временем изменили в другом месте. Тот и остался.',
  avatarNotPutBack: 'Прежнюю картинку возвращать не стали: её сменили в другом месте. Та и осталась.',
  keychainWaiting: (keychain) => `Ждём: ${keychain}`,
  keychainWaitingHint: 'Возможно, в другом окне просят пароль. Как только придёт ответ, всё пойдёт дальше само.',
  zoneUnknown: (zone) =>
    `Часовой пояс компьютера не задан или неизвестен. Время показано в поясе ${zone}. Задайте часовой пояс в настройках системы.`,
  updateAvailable: (version) => `Вышла версия ${version}. Что нового — в настройках.`,
  updated: (version) => `Теперь это версия ${version}.`,
  clockDiffers: (by, ahead) =>
    ahead ? `Часы компьютера спешат на ${by} относительно Пачки` : `Часы компьютера отстают на ${by} от Пачки`,
  clockDiffersHint: 'Статусы заканчиваются по часам Пачки. Поправьте время в настройках компьютера.',
  rendererCrashed: 'Окно несколько раз аварийно закрылось. Выйдите из приложения и запустите его снова.',
};
