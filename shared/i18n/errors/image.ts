import type { ImageErrors } from '../../errors/image.ts';
import type { ErrorTextsOf } from './texts.ts';

export const en: ErrorTextsOf<ImageErrors> = {
  image_too_large: ({ limit }) => ({
    title: 'This file is too large',
    advice: `Up to ${limit / 2 ** 20} MB will do. Choose another, or save it smaller.`,
  }),
  image_unknown: () => ({
    title: 'This is not a picture',
    advice: 'Choose a PNG, JPEG, WebP or GIF. What is in the file counts, not its name.',
  }),
  image_unsupported: ({ type }) => ({
    title: `${type} pictures cannot be used here`,
    advice: 'Save it as PNG or JPEG and choose that.',
  }),
  image_too_many_pixels: ({ width, height, exceeded }) => ({
    title: `This picture is too big: ${width} × ${height} pixels`,
    advice: {
      side: 'No side may be longer than 12,000 pixels. Make it smaller and choose it again.',
      pixels: 'More than 67 megapixels are too many. Make it smaller and choose it again.',
      ratio: 'It claims far more pixels than so small a file can hold, so it was not opened. Choose another.',
    }[exceeded],
  }),
  image_broken: () => ({
    title: 'This picture is damaged',
    advice: 'Part of the file is missing or wrong. Open it in a picture editor and save it anew, or choose another.',
  }),
  image_no_frames: () => ({ title: 'There is no picture in this animation', advice: 'Choose another.' }),
};

export const ru: ErrorTextsOf<ImageErrors> = {
  image_too_large: ({ limit }) => ({
    title: 'Файл слишком большой',
    advice: `Можно до ${limit / 2 ** 20} МБ. Выберите другой или уменьшите этот.`,
  }),
  image_unknown: () => ({
    title: 'Это не картинка',
    advice: 'Выберите PNG, JPEG, WebP или GIF. Важно то, что внутри файла, а не его имя.',
  }),
  image_unsupported: ({ type }) => ({
    title: `Картинки ${type} здесь не подходят`,
    advice: 'Сохраните её как PNG или JPEG и выберите новый файл.',
  }),
  image_too_many_pixels: ({ width, height, exceeded }) => ({
    title: `Картинка слишком большая: ${width} × ${height} пикселей`,
    advice: {
      side: 'Сторона может быть не длиннее 12 000 пикселей. Уменьшите картинку и выберите её снова.',
      pixels: 'Больше 67 мегапикселей — это слишком много. Уменьшите картинку и выберите её снова.',
      ratio: 'Столько пикселей в таком маленьком файле не бывает, поэтому его не открыли. Выберите другой.',
    }[exceeded],
  }),
  image_broken: () => ({
    title: 'Картинка повреждена',
    advice: 'Часть файла потеряна или испорчена. Пересохраните картинку в редакторе или выберите другую.',
  }),
  image_no_frames: () => ({ title: 'В этой анимации нет ни одного кадра', advice: 'Выберите другую.' }),
};
