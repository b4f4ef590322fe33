import type { PresetsErrors } from '../../errors/presets.ts';
import type { ErrorTextsOf } from './texts.ts';

export const en: ErrorTextsOf<PresetsErrors> = {
  preset_missing: () => ({ title: 'This preset does not exist any more', advice: 'Choose another.' }),
  presets_file: ({ line, field, reason }) => ({
    title: 'This file cannot be taken',
    advice: `${
      {
        json: 'It is not valid JSON.',
        shape: field ? `The field “${field}” is not as it must be.` : 'It is not a list of presets.',
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
        shape: field ? `С полем «${field}» что-то не так.` : 'Это не список пресетов.',
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
