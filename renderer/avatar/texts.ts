import { avatarTexts, type AvatarTexts } from '../../shared/i18n/areas/avatar.ts';
import { useApp } from '../hooks.ts';

/** The texts of the avatar's screen in the language of the app. */
export const useAvatarTexts = (): AvatarTexts => avatarTexts(useApp().state.locale);
