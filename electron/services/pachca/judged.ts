import { appError, type AppError } from '../../../shared/errors.ts';
import { fail, type Result } from '../../../shared/result.ts';
import type { CallOptions } from './call.ts';
import type { PachcaClient } from './client.ts';
import { isUnauthorized } from './errors.ts';

/** Whoever wants to know whether the server takes a token that worked before. */
export interface Judge {
  /** A call was answered as it should be: whatever was said against the token is over. */
  accepted(): void;
  /** The server does not know the token, asked about the token itself: `token_revoked`. */
  condemned(error: AppError): void;
}

/**
 * The client of a token that worked before. All calls take the same way: a 401 alone condemns nothing, because a single
 * one happens amid good answers. The server is asked about the token itself; where it knows it, the call is made once
 * more, and is `token_doubted` where that fails the same way or nobody can tell.
 */
export function judgedClient(client: PachcaClient, judge: Judge): PachcaClient {
  /** One question at a time, however many calls wait for its answer. */
  let asking: Promise<'known' | 'unclear' | AppError> | null = null;

  async function askOnce(): Promise<'known' | 'unclear' | AppError> {
    const info = await client.tokenInfo();
    if (info.ok) return 'known';
    if (!isUnauthorized(info.error)) return 'unclear';
    const error = noLongerValid(info.error);
    judge.condemned(error);
    return error;
  }

  function ask(): Promise<'known' | 'unclear' | AppError> {
    asking ??= askOnce().finally(() => (asking = null));
    return asking;
  }

  function noted<T>(result: Result<T>): Result<T> {
    if (result.ok) judge.accepted();
    return result;
  }

  async function judged<T>(options: CallOptions | undefined, call: () => Promise<Result<T>>): Promise<Result<T>> {
    const first = await call();
    if (first.ok || !isUnauthorized(first.error)) return noted(first);
    const verdict = await unlessAborted(ask(), options?.signal);
    if (verdict === null) return fail(appError('aborted', {}));
    if (verdict !== 'known' && verdict !== 'unclear') return fail(verdict);
    const again = verdict === 'known' ? await call() : first;
    return again.ok || !isUnauthorized(again.error) ? noted(again) : fail(doubted(again.error));
  }

  return {
    tokenInfo: async (options) => {
      const info = await client.tokenInfo(options);
      if (info.ok || !isUnauthorized(info.error)) return noted(info);
      const error = noLongerValid(info.error);
      judge.condemned(error);
      return fail(error);
    },
    profile: (options) => judged(options, () => client.profile(options)),
    profileView: (options) => judged(options, () => client.profileView(options)),
    propertyNames: (options) => judged(options, () => client.propertyNames(options)),
    people: (query, cursor, options) => judged(options, () => client.people(query, cursor, options)),
    status: (options) => judged(options, () => client.status(options)),
    setStatus: (status, options) => judged(options, () => client.setStatus(status, options)),
    clearStatus: (options) => judged(options, () => client.clearStatus(options)),
    putAvatar: (bytes, type, options) => judged(options, () => client.putAvatar(bytes, type, options)),
    deleteAvatar: (options) => judged(options, () => client.deleteAvatar(options)),
    clockOffset: () => client.clockOffset(),
  };
}

/** It worked once, so a server that does not know it any more has revoked it, whatever its words. */
function noLongerValid(error: AppError): AppError {
  if (error.code !== 'token_rejected') return error;
  return appError('token_revoked', error.params, error.requestId);
}

function doubted(error: AppError): AppError {
  if (error.code !== 'token_rejected' && error.code !== 'token_revoked') return error;
  return appError('token_doubted', error.params, error.requestId);
}

/** Null as soon as the signal is aborted. */
function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T | null> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const giveUp = (): void => resolve(null);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
