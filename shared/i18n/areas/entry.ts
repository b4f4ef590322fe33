import type { TextsOf } from '../texts.ts';

/** The doors to the editor on the home screen. The editor's own texts are loaded with it (`editor.ts`). */
export const en = {
  edit: 'Edit',
  label: 'What are you doing?',
  draft: (title: string) => `Go on with “${title}”`,
  emoji: 'Choose an emoji',
  open: 'Write the status',
};

export const ru: TextsOf<typeof en> = {
  edit: 'Изменить',
  label: 'Чем вы заняты?',
  draft: (title) => `Продолжить «${title}»`,
  emoji: 'Выбрать эмодзи',
  open: 'Написать статус',
};
