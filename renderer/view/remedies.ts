import { remedyFor, type AppError, type Remedy } from '../../shared/errors.ts';

/** A remedy that has a button. */
export type Offered = NonNullable<Remedy>;

/** The buttons under a failure of something other than signing in, the best first. */
export function offeredFor(error: AppError): readonly Offered[] {
  // The inspector tells how the scope is had (the failure itself leads there): then the same works, or a new token does.
  if (error.code === 'insufficient_scope') return ['retry', 'new-token'];
  const remedy = remedyFor(error);
  return remedy ? [remedy] : [];
}

/** The buttons under the token field, the best first. The field for a new token is already there. */
export function offeredAtField(error: AppError): readonly Offered[] {
  if (error.code === 'keychain_locked') return ['unlock-keychain', 'use-session'];
  if (error.code === 'keychain_not_stored' || error.code === 'account_not_kept') return ['retry', 'use-session'];
  const remedy = remedyFor(error);
  if (remedy === 'new-token') return ['token-help'];
  return remedy ? [remedy] : [];
}
