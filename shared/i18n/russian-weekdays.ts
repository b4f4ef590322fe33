import type { Weekday } from '../expiry.ts';

/** A day of the week in the cases that prepositions about time ask for. */
export interface WeekdayForms {
  /** понедельник */
  readonly nominative: string;
  /** до понедельника */
  readonly genitive: string;
  /** к понедельнику */
  readonly dative: string;
  /** в понедельник */
  readonly accusative: string;
}

export const russianWeekdays: Readonly<Record<Weekday, WeekdayForms>> = {
  1: forms('понедельник', 'понедельника', 'понедельнику', 'понедельник'),
  2: forms('вторник', 'вторника', 'вторнику', 'вторник'),
  3: forms('среда', 'среды', 'среде', 'среду'),
  4: forms('четверг', 'четверга', 'четвергу', 'четверг'),
  5: forms('пятница', 'пятницы', 'пятнице', 'пятницу'),
  6: forms('суббота', 'субботы', 'субботе', 'субботу'),
  7: forms('воскресенье', 'воскресенья', 'воскресенью', 'воскресенье'),
};

function forms(nominative: string, genitive: string, dative: string, accusative: string): WeekdayForms {
  return { nominative, genitive, dative, accusative };
}

/** "во" before "вторник", "со" before "среды": a vowel is added where two consonants would follow the preposition's own. */
export function withVowel(preposition: 'в' | 'с' | 'к', weekday: string): string {
  const needed = { в: /^вт/, с: /^(?:вт|ср)/, к: /^вт/ }[preposition].test(weekday);
  return needed ? `${preposition}о` : preposition;
}
