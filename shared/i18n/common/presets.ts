import type { TextsOf } from '../texts.ts';

export const en = {
  vacation: { title: 'On vacation', away: 'I’m on vacation and will be back on {until}.' },
  sick: { title: 'Out sick', away: 'I’m not feeling well today and may not reply.' },
  lunch: { title: 'Lunch' },
  meeting: { title: 'In a meeting' },
  focus: { title: 'Focus' },
  remote: { title: 'Working remotely' },
};

export const ru: TextsOf<typeof en> = {
  vacation: { title: 'В отпуске', away: 'Я в отпуске, вернусь {until}.' },
  sick: { title: 'Болею', away: 'Сегодня плохо себя чувствую и могу не ответить.' },
  lunch: { title: 'Обед' },
  meeting: { title: 'На встрече' },
  focus: { title: 'Не отвлекать' },
  remote: { title: 'Работаю удалённо' },
};
