import type { TextsOf } from '../texts.ts';

/** What can be done about a status, in the popover and in the menu alike. `status` is an emoji and a title. */
export const en = {
  extend: 'Extend',
  extendBy: (length: string) => `Extend ${length}`,
  extendTo: 'Extend to a moment',
  extendDate: 'New end: date',
  extendTime: 'New end: time',
  /** Ends for a status that lasts for days. */
  extendSteps: { day: '1 day', monday: 'Until Monday', week: '1 week' },
  extendByStep: { day: 'Extend 1 day', monday: 'Extend to Monday', week: 'Extend 1 week' },
  notLater: 'That is not later than its present end.',
  cancel: 'Cancel',
  undo: 'Undo',
  undoOf: (title: string) => `Undo “${title}”`,
  undoClear: 'Undo clearing',

  then: (status: string, end: string) => `Then: ${status} ${end}`,
  goBack: (status: string) => `Back to ${status}`,
  clearAll: 'Clear all',
  forgetWayBack: (title: string) => `Don’t return to “${title}”`,
  endsIn: (length: string) => `Ends in ${length}`,
  letEnd: 'Let it end',

  waitsForNetwork: 'waiting for the network',
  sentLater: 'It is sent as soon as there is a connection.',
  seenNow: (status: string) => `Colleagues see “${status}” now.`,
  seenNowNone: 'Colleagues see no status now.',
  sendNow: 'Send now',
  stillOffline: 'There is still no connection.',

  /** On its way, beside what it is about. */
  doing: { extend: 'Extending…', undo: 'Undoing…', wayBack: 'Going back…', goBack: 'Going back…' },
  /** The same as one line. */
  line: {
    extend: (title: string) => `Extending “${title}”…`,
    undo: 'Undoing the last change…',
    wayBack: (title: string) => `Going back to “${title}”…`,
    goBack: (title: string) => `Going back to “${title}”…`,
    queued: (title: string) => `“${title}” waits for the network`,
    queuedClear: 'Clearing waits for the network',
  },
  done: {
    extend: (status: string, end: string) => `Extended: ${status} ${end}`,
    undo: (status: string, end: string) => `Undone: ${status} ${end}`,
    undoNone: 'Undone: no status',
    wayBack: (status: string, end: string) => `Back to ${status} ${end}`,
    goBack: (status: string, end: string) => `Back to ${status} ${end}`,
  },
  notDone: {
    extend: (title: string) => `“${title}” was not extended`,
    undo: 'The last change was not undone',
    wayBack: (title: string) => `“${title}” did not come back`,
    goBack: (title: string) => `“${title}” did not come back`,
  },

  /** A message set elsewhere, or written with a date of its own, beside an end on another day. */
  namesOtherDay: (named: string, end: string) => `The message names ${named}; the status ends ${end}.`,
  editMessage: 'Edit the message',

  restart: (length: string) => `Restart ${length}`,
  adjust: (title: string) => `Adjust “${title}” before it is set`,
  editPresets: 'Edit presets',
  allHidden: 'All presets are hidden.',
  recent: 'Recent',
  showAll: (count: number) => `Show all ${count}`,
  showLess: 'Show less',
  passed: 'this end has passed',

  forAnotherTime: 'For another time',
  ends: {
    endOfDay: 'Until the end of the day',
    endOfWorkDay: 'Until the end of work',
    tomorrowMorning: 'Until tomorrow morning',
    endOfWeek: 'Until the end of the week',
    monday: 'Until Monday',
    week: 'For a week',
    twoWeeks: 'For two weeks',
    none: 'Don’t clear',
    date: 'Until a date…',
  },
};

export const ru: TextsOf<typeof en> = {
  extend: 'Продлить',
  extendBy: (length) => `Продлить на ${length}`,
  extendTo: 'Продлить до времени',
  extendDate: 'Новый конец: дата',
  extendTime: 'Новый конец: время',
  extendSteps: { day: '1 день', monday: 'До понедельника', week: '1 неделя' },
  extendByStep: { day: 'Продлить на день', monday: 'Продлить до понедельника', week: 'Продлить на неделю' },
  notLater: 'Это не позже, чем он закончится и так.',
  cancel: 'Отменить',
  undo: 'Отменить',
  undoOf: (title) => `Отменить «${title}»`,
  undoClear: 'Отменить сброс',

  then: (status, end) => `Потом: ${status} ${end}`,
  goBack: (status) => `Вернуть ${status}`,
  clearAll: 'Сбросить всё',
  forgetWayBack: (title) => `Не возвращать «${title}»`,
  endsIn: (length) => `Закончится через ${length}`,
  letEnd: 'Пусть закончится',

  waitsForNetwork: 'ждёт сети',
  sentLater: 'Отправим, как только появится интернет.',
  seenNow: (status) => `Сейчас коллеги видят «${status}».`,
  seenNowNone: 'Сейчас коллеги не видят статуса.',
  sendNow: 'Отправить сейчас',
  stillOffline: 'Интернета всё ещё нет.',

  doing: { extend: 'Продлеваем…', undo: 'Возвращаем…', wayBack: 'Возвращаем…', goBack: 'Возвращаем…' },
  line: {
    extend: (title) => `Продлеваем «${title}»…`,
    undo: 'Отменяем последнее изменение…',
    wayBack: (title) => `Возвращаем «${title}»…`,
    goBack: (title) => `Возвращаем «${title}»…`,
    queued: (title) => `«${title}» ждёт сети`,
    queuedClear: 'Сброс ждёт сети',
  },
  done: {
    extend: (status, end) => `Продлено: ${status} ${end}`,
    undo: (status, end) => `Как было: ${status} ${end}`,
    undoNone: 'Как было: нет статуса',
    wayBack: (status, end) => `Снова ${status} ${end}`,
    goBack: (status, end) => `Снова ${status} ${end}`,
  },
  notDone: {
    extend: (title) => `«${title}» не продлён`,
    undo: 'Последнее изменение не отменено',
    wayBack: (title) => `«${title}» не вернулся`,
    goBack: (title) => `«${title}» не вернулся`,
  },

  namesOtherDay: (named, end) => `В сообщении — ${named}, а статус закончится ${end}.`,
  editMessage: 'Изменить сообщение',

  restart: (length) => `Заново ${length}`,
  adjust: (title) => `Уточнить «${title}» перед установкой`,
  editPresets: 'Изменить',
  allHidden: 'Все пресеты скрыты.',
  recent: 'Недавние',
  showAll: (count) => `Показать все: ${count}`,
  showLess: 'Свернуть',
  passed: 'это время прошло',

  forAnotherTime: 'На другое время',
  ends: {
    endOfDay: 'До конца дня',
    endOfWorkDay: 'До конца работы',
    tomorrowMorning: 'До завтрашнего утра',
    endOfWeek: 'До конца недели',
    monday: 'До понедельника',
    week: 'На неделю',
    twoWeeks: 'На две недели',
    none: 'Не сбрасывать',
    date: 'До даты…',
  },
};
