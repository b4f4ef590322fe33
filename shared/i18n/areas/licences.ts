import { textsIn, type TextsOf } from '../texts.ts';

export const en = {
  open: 'Licences',
  heading: 'Licences',
  own: 'Pachca Status is free software under the MIT licence. It is made with the following software of others.',
  chromium: 'What Chromium is made of is listed in the file LICENSES.chromium.html beside the app.',
  loading: 'Loading…',
};

export const ru: TextsOf<typeof en> = {
  open: 'Лицензии',
  heading: 'Лицензии',
  own: 'Pachca Status — свободная программа под лицензией MIT. В ней есть программы других авторов, они перечислены ниже.',
  chromium: 'Из чего состоит Chromium, написано в файле LICENSES.chromium.html рядом с приложением.',
  loading: 'Загружаем…',
};

/** The texts around the licences, in a language. The licences themselves are in their own. */
export const licencesTexts = textsIn<TextsOf<typeof en>>({ en, ru });
