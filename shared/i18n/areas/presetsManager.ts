import type { Locale } from '../locale.ts';
import { plural } from '../plural.ts';
import type { TextsOf } from '../texts.ts';

/** The screen on which presets are arranged. It is loaded when it is opened, and its texts with it. */
export const en = {
  heading: 'Presets',
  back: 'Back to the status',
  list: 'Presets in order',
  add: 'New preset',
  move: (title: string) => `Move “${title}”`,
  moveHint: 'Drag, or press the arrow up or down.',
  moved: (title: string, place: number, count: number) => `“${title}” is number ${place} of ${count} now`,
  shown: (title: string) => `Show “${title}” in the menu`,
  more: (title: string) => `More for “${title}”`,
  up: 'Up',
  down: 'Down',
  duplicate: 'Duplicate',
  remove: 'Delete',
  removed: (title: string) => `“${title}” deleted`,
  undo: 'Undo',
  file: 'Share or keep them',
  export: 'Export…',
  exported: 'Saved to the file.',
  import: 'Import…',
  importHint: 'A file takes the place of all presets here, or of none where something in it is wrong.',
  imported: (count: number) => `${count} ${plural('en', count, { one: 'preset', other: 'presets' })} imported`,
  reset: 'Reset to defaults…',
  resetAsk: 'Reset the presets?',
  resetAdvice: 'The six presets to begin with come back; all others and every change of yours are lost.',
  resetDo: 'Reset',
  keep: 'Keep mine',
  wasReset: 'The presets are as they were at the beginning',
  none: 'There are no presets.',
};

export const ru: TextsOf<typeof en> = {
  heading: 'Пресеты',
  back: 'Назад к статусу',
  list: 'Пресеты по порядку',
  add: 'Новый пресет',
  move: (title) => `Переместить «${title}»`,
  moveHint: 'Перетащите или нажмите стрелку вверх или вниз.',
  moved: (title, place, count) => `«${title}» теперь ${place}-й из ${count}`,
  shown: (title) => `Показывать «${title}» в меню`,
  more: (title) => `Ещё о «${title}»`,
  up: 'Выше',
  down: 'Ниже',
  duplicate: 'Копировать',
  remove: 'Удалить',
  removed: (title) => `«${title}» удалён`,
  undo: 'Вернуть',
  file: 'Поделиться или сохранить',
  export: 'Экспорт…',
  exported: 'Сохранено в файл.',
  import: 'Импорт…',
  importHint: 'Файл заменит все пресеты здесь или, если в нём что-то не так, ни одного.',
  imported: (count) =>
    `${plural('ru', count, { one: 'Загружен', few: 'Загружены', many: 'Загружено' })} ${count} ${plural('ru', count, { one: 'пресет', few: 'пресета', many: 'пресетов' })}`,
  reset: 'Вернуть исходные…',
  resetAsk: 'Вернуть исходные пресеты?',
  resetAdvice: 'Останутся шесть исходных; остальные и все ваши изменения пропадут.',
  resetDo: 'Вернуть исходные',
  keep: 'Оставить мои',
  wasReset: 'Пресеты снова исходные',
  none: 'Пресетов нет.',
};

/** The texts of the presets manager in a language. */
export const presetsManagerTexts = (locale: Locale): TextsOf<typeof en> => ({ en, ru })[locale];
