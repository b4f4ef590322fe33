import type { SettingsErrors } from '../../errors/settings.ts';
import { lostSettings, type LostSetting } from '../lost-settings.ts';
import type { ErrorTextsOf } from './texts.ts';

const lostInEnglish: Readonly<Record<LostSetting, string>> = {
  accounts: 'accounts',
  avatar: 'earlier avatars',
  draft: 'the draft',
  hours: 'working hours',
  language: 'language',
  other: 'other settings',
  presets: 'presets',
  recents: 'recent statuses',
  theme: 'appearance',
  trayIcon: 'tray icon',
  undo: 'undo and what waited to be sent',
  warning: 'the warning before the end',
  weekStart: 'first day of the week',
  zone: 'time zone',
};

const lostInRussian: Readonly<Record<LostSetting, string>> = {
  accounts: 'аккаунты',
  avatar: 'прежние аватары',
  draft: 'черновик',
  hours: 'рабочие часы',
  language: 'язык',
  other: 'другие настройки',
  presets: 'пресеты',
  recents: 'недавние статусы',
  theme: 'оформление',
  trayIcon: 'значок в трее',
  undo: 'отмена и то, что ждало отправки',
  warning: 'напоминание перед концом',
  weekStart: 'первый день недели',
  zone: 'часовой пояс',
};

export const en: ErrorTextsOf<SettingsErrors> = {
  settings_not_saved: () => ({
    title: 'The settings could not be saved',
    advice: 'The change holds until you quit. Check that the disk is not full and the folder can be written.',
  }),
  settings_recovered: ({ backup, lost }) => ({
    title: 'The settings file was damaged',
    advice:
      lost.length === 0
        ? `All settings were read all the same. The damaged file was kept as ${backup}.`
        : `Could not be read: ${lostSettings(lost, lostInEnglish)}. The damaged file was kept as ${backup}.`,
  }),
  settings_newer: ({ version }) => ({
    title: 'The settings are of a newer version',
    advice: `They were written by a newer app (format ${version}) and are left alone; changes hold until you quit. Update the app.`,
  }),
  settings_unreadable: ({ file, reason }) => ({
    title: 'The settings cannot be read',
    advice: `${
      {
        folder: `There is a folder where the file should be: ${file}.`,
        loop: `The link ${file} leads back to itself.`,
        permission: `You may not read the file ${file}.`,
        other: `What is at ${file} is not a file that can be read.`,
      }[reason]
    } It is left alone, and changes hold until you quit. Put it right or move it away, then start the app again.`,
  }),
  account_not_kept: () => ({
    title: 'The account could not be kept',
    advice:
      'Nothing can be written to the disk now, so the token was not stored either. Check that the disk is not full and the folder can be written, or use the token until you quit.',
  }),
};

export const ru: ErrorTextsOf<SettingsErrors> = {
  settings_not_saved: () => ({
    title: 'Настройки не удалось сохранить',
    advice: 'Изменение действует до выхода. Проверьте, что на диске есть место и в папку можно писать.',
  }),
  settings_recovered: ({ backup, lost }) => ({
    title: 'Файл настроек был повреждён',
    advice:
      lost.length === 0
        ? `Все настройки всё же прочитаны. Повреждённый файл сохранён как ${backup}.`
        : `Не удалось прочитать: ${lostSettings(lost, lostInRussian)}. Повреждённый файл сохранён как ${backup}.`,
  }),
  settings_newer: ({ version }) => ({
    title: 'Настройки от более новой версии',
    advice: `Их записало более новое приложение (формат ${version}), они не тронуты; изменения действуют до выхода. Обновите приложение.`,
  }),
  settings_unreadable: ({ file, reason }) => ({
    title: 'Настройки не прочитать',
    advice: `${
      {
        folder: `На месте файла лежит папка: ${file}.`,
        loop: `Ссылка ${file} ведёт сама на себя.`,
        permission: `У вас нет прав на чтение файла ${file}.`,
        other: `Вместо файла ${file} там что-то другое.`,
      }[reason]
    } Мы его не тронули; изменения действуют до выхода. Исправьте или уберите его и запустите приложение снова.`,
  }),
  account_not_kept: () => ({
    title: 'Аккаунт не удалось сохранить',
    advice:
      'На диск сейчас ничего не записать, поэтому и токен не сохранён. Проверьте, что на диске есть место и в папку можно писать, или пользуйтесь токеном до выхода.',
  }),
};
