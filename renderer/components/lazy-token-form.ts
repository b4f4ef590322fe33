import { lazily } from './lazily.tsx';

/** The field for a token, loaded when it is wanted: most people need it once. */
export const TokenForm = lazily(() => import('./token-form.tsx').then((part) => part.TokenForm));
