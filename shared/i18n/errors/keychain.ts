import type { KeychainErrors } from '../../errors/keychain.ts';
import type { ErrorTextsOf } from './texts.ts';

export const en: ErrorTextsOf<KeychainErrors> = {
  keychain_locked: () => ({
    title: 'The keychain is locked',
    advice: 'Unlock it (on Linux: “Passwords and Keys”, or log in to the desktop again), then try again.',
  }),
  keychain_absent: () => ({
    title: 'No keychain on this computer',
    advice:
      'On Linux, install and start gnome-keyring or KWallet. Or use the token until you quit: it then stays in memory only.',
  }),
  keychain_not_stored: () => ({
    title: 'The keychain did not take the token',
    advice: 'Try again, or use the token until you quit: it then stays in memory only.',
  }),
  keychain_not_removed: ({ service, account }) => ({
    title: 'The token is still in the keychain',
    advice: `Unlock the keychain and try again, or remove the entry “${service}” / “${account}” there yourself.`,
  }),
  keychain_entry_missing: () => ({
    title: 'The token is no longer in the keychain',
    advice: 'Somebody or something removed it. Paste the token again, or make a new one.',
  }),
};

export const ru: ErrorTextsOf<KeychainErrors> = {
  keychain_locked: () => ({
    title: 'Связка ключей заблокирована',
    advice: 'Разблокируйте её (в Linux: «Пароли и ключи» или новый вход в систему) и попробуйте ещё раз.',
  }),
  keychain_absent: () => ({
    title: 'На этом компьютере нет связки ключей',
    advice:
      'В Linux установите и запустите gnome-keyring или KWallet. Или пользуйтесь токеном до выхода: он останется только в памяти.',
  }),
  keychain_not_stored: () => ({
    title: 'Связка ключей не приняла токен',
    advice: 'Попробуйте ещё раз или пользуйтесь токеном до выхода: он останется только в памяти.',
  }),
  keychain_not_removed: ({ service, account }) => ({
    title: 'Токен всё ещё в связке ключей',
    advice: `Разблокируйте её и попробуйте ещё раз или сами удалите там запись «${service}» / «${account}».`,
  }),
  keychain_entry_missing: () => ({
    title: 'Токена больше нет в связке ключей',
    advice: 'Кто-то или что-то его удалило. Вставьте токен ещё раз или создайте новый.',
  }),
};
