import type { AppState } from '../../state.ts';
import { textsIn, type TextsOf } from '../texts.ts';

type Platform = AppState['host']['platform'];

const iconInEnglish: Readonly<Record<Platform, string>> = {
  darwin:
    'Pachca Status lives in the menu bar, at the top right. If the icon is not there, the bar is full: start the app again to open this window.',
  win32:
    'Pachca Status lives in the taskbar, beside the clock. Look behind the arrow ^ and drag the icon out to keep it in sight.',
  linux: 'Pachca Status lives in the panel, among the small icons. Click the icon to open this window again.',
};

const iconInRussian: Readonly<Record<Platform, string>> = {
  darwin:
    'Pachca Status живёт в строке меню, справа вверху. Если значка нет, там не хватило места: запустите приложение ещё раз, и окно откроется.',
  win32:
    'Pachca Status живёт на панели задач, рядом с часами. Загляните под стрелку ^ и перетащите значок, чтобы он был на виду.',
  linux: 'Pachca Status живёт на панели, среди маленьких значков. Нажмите на значок, чтобы снова открыть это окно.',
};

export const en = {
  windowTitle: 'Pachca Status',
  minimize: 'Minimize',
  hide: 'Hide',
  iconTitle: 'Where to find the app',
  icon: (platform: Platform) => iconInEnglish[platform],
  noTrayTitle: 'This desktop has no place for tray icons',
  noTray:
    'So the app is an ordinary window. On GNOME, install and switch on the extension “AppIndicator and KStatusNotifierItem Support” (package gnome-shell-extension-appindicator) to get the icon.',
  loginTitle: 'Start at login?',
  loginOffer: 'Your earlier status returns by itself only while the app is running.',
  loginYes: 'Start at login',
  notificationsTitle: 'Notifications do not work here',
  notifications: (platform: Platform) =>
    platform === 'darwin'
      ? 'macOS shows none of an app that is not signed, or that is switched off in System Settings › Notifications. The icon shows when a status is about to end.'
      : 'The system refused to show one; look at its notification settings. The icon shows when a status is about to end.',
  noSandbox: {
    title: 'Pachca Status does not run without the sandbox',
    text: 'It was started with --no-sandbox. On Ubuntu 23.10 and later an AppImage is, because the system allows no sandbox there: install the deb package instead, which brings the permission, or allow it until the next restart with: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
  },
  heading: 'This computer',
  login: 'Start at login',
  loginHint: 'In the background, without a window.',
  loginBlocked: (platform: Platform) =>
    platform === 'win32'
      ? 'Switched off in Windows: Task Manager › Startup apps.'
      : 'Waits for your consent: System Settings › General › Login Items.',
  loginUnavailable: {
    preview: 'The preview in the browser cannot start by itself.',
    sources: 'Only the installed app can start by itself on macOS.',
    flatpak: 'Switch it on in the system’s settings: an app from Flatpak cannot do it itself.',
  },
};

export const ru: TextsOf<typeof en> = {
  windowTitle: 'Pachca Status',
  minimize: 'Свернуть',
  hide: 'Скрыть',
  iconTitle: 'Где искать приложение',
  icon: (platform) => iconInRussian[platform],
  noTrayTitle: 'На этом рабочем столе нет места для значков',
  noTray:
    'Поэтому приложение — обычное окно. В GNOME значок появится, если установить и включить расширение «AppIndicator and KStatusNotifierItem Support» (пакет gnome-shell-extension-appindicator).',
  loginTitle: 'Запускать при входе в систему?',
  loginOffer: 'Прежний статус вернётся сам, только пока приложение запущено.',
  loginYes: 'Запускать при входе',
  notificationsTitle: 'Уведомления здесь не работают',
  notifications: (platform) =>
    platform === 'darwin'
      ? 'macOS не показывает их у неподписанного приложения или если они выключены: Системные настройки › Уведомления. О скором конце статуса скажет значок.'
      : 'Система отказалась показать уведомление; загляните в её настройки уведомлений. О скором конце статуса скажет значок.',
  noSandbox: {
    title: 'Pachca Status не работает без песочницы',
    text: 'Приложение запущено с --no-sandbox. В Ubuntu 23.10 и новее так запускается AppImage, потому что система не разрешает там песочницу: установите пакет deb, в нём есть разрешение, или разрешите её до перезагрузки командой: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
  },
  heading: 'Этот компьютер',
  login: 'Запускать при входе в систему',
  loginHint: 'В фоне, без окна.',
  loginBlocked: (platform) =>
    platform === 'win32'
      ? 'Выключено в Windows: Диспетчер задач › Автозагрузка приложений.'
      : 'Ждёт вашего разрешения: Системные настройки › Основные › Объекты входа.',
  loginUnavailable: {
    preview: 'Предпросмотр в браузере не может запускаться сам.',
    sources: 'На macOS сам запускается только установленное приложение.',
    flatpak: 'Включите это в настройках системы: приложение из Flatpak не может сделать это само.',
  },
};

/** The texts about the app on this desktop, in a language. */
export const desktopTexts = textsIn<TextsOf<typeof en>>({ en, ru });
