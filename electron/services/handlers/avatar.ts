import type { HandlersOf } from '../../../shared/contract.ts';
import type { avatarInputs } from '../../../shared/contract/avatar.ts';
import type { Result } from '../../../shared/result.ts';
import type { AvatarService } from '../avatar/service.ts';
import { onAccount, tell, withAccount, writable, type HandlerContext } from './context.ts';

/** Changing the picture. */
export function avatarHandlers(context: HandlerContext): HandlersOf<typeof avatarInputs> {
  /** A change of the picture of the account in use. One that the person stopped is no failure to tell of. */
  async function picture(run: (avatar: AvatarService) => Promise<Result<null>>): Promise<Result<null>> {
    const account = writable(context);
    const result = account.ok ? await run(account.value.avatar) : account;
    return !result.ok && result.error.code === 'aborted' ? result : tell(context, result);
  }

  return {
    'avatar.upload': ({ image, until, force }) => picture((avatar) => avatar.upload(image, until, force)),
    'avatar.delete': ({ force }) => picture((avatar) => avatar.remove(force)),
    'avatar.undo': () => picture((avatar) => avatar.undo()),
    'avatar.restore': ({ id, force }) => picture((avatar) => avatar.restore(id, force)),
    'avatar.keep': () => withAccount(context, (account) => Promise.resolve(account.avatar.keep())),
    'avatar.cancel': () => onAccount(context, (account) => account.avatar.cancel()),
    'avatar.dismissJob': () => onAccount(context, (account) => account.avatar.dismiss()),
  };
}
