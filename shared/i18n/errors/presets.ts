import type { PresetsErrors } from '../../errors/presets.ts';
import { entryNumber, fieldWord } from '../field-words.ts';
import type { ErrorTextsOf } from './texts.ts';

const inPreset = (path: string | null): string => {
  const number = entryNumber(path);
  return number === null ? '' : `Preset ${number}: `;
};
const russianPreset = (path: string | null): string => {
  const number = entryNumber(path);
  return number === null ? '' : `Пресет ${number}: `;
};

function shape(path: string | null): string {
  if (path === null) return 'It is not a list of presets.';
  return `${inPreset(path)}${fieldWord(path, 'en') ?? 'something'} is missing or not as it must be.`;
}

function russianShape(path: string | null): string {
  if (path === null) return 'Это не список пресетов.';
  const word = fieldWord(path, 'ru');
  return `${russianPreset(path)}${word ? `${word} — нет или не подходит` : 'чего-то нет или что-то не подходит'}.`;
}

export const en: ErrorTextsOf<PresetsErrors> = {
  preset_missing: () => ({ title: 'This preset does not exist any more', advice: 'Choose another.' }),
  presets_file: ({ line, field, reason }) => ({
    title: 'This file cannot be taken',
    advice: `${
      {
        json: 'It is not valid JSON.',
        shape: shape(field),
        fixedDate: `${inPreset(field)}a preset cannot end on a fixed date.`,
        unknownVersion: 'Its version is not one that there is.',
        version: 'It was made by a newer version of the app: update the app.',
        duplicate: 'Two presets have the same id.',
        empty: 'It has no presets.',
      }[reason]
    }${line === null ? '' : ` Line ${line}.`} Nothing was changed.`,
  }),
  presets_full: ({ limit }) => ({
    title: 'There are enough presets',
    advice: `More than ${limit} cannot be kept. Delete one first.`,
  }),
};

export const ru: ErrorTextsOf<PresetsErrors> = {
  preset_missing: () => ({ title: 'Такого пресета больше нет', advice: 'Выберите другой.' }),
  presets_file: ({ line, field, reason }) => ({
    title: 'Этот файл не подходит',
    advice: `${
      {
        json: 'Это не JSON.',
        shape: russianShape(field),
        fixedDate: `${russianPreset(field)}пресет не может заканчиваться в определённую дату.`,
        unknownVersion: 'Такой версии файла не бывает.',
        version: 'Его сделала более новая версия приложения: обновите приложение.',
        duplicate: 'У двух пресетов одинаковый идентификатор.',
        empty: 'В нём нет пресетов.',
      }[reason]
    }${line === null ? '' : ` Строка ${line}.`} Ничего не изменено.`,
  }),
  presets_full: ({ limit }) => ({
    title: 'Пресетов достаточно',
    advice: `Больше ${limit} нельзя. Сначала удалите какой-нибудь.`,
  }),
};
