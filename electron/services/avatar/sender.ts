import { appError, mayBeDone } from '../../../shared/errors.ts';
import { done, fail, type Result } from '../../../shared/result.ts';
import { fetchImage } from '../pachca/image.ts';
import type { Clock } from '../ports.ts';
import { imageOf } from './cache.ts';
import type { Desk } from './desk.ts';
import type { RunningJob } from './job.ts';
import { learned, type AvatarMemory, type Before, type Changed, type End } from './memory.ts';
import { fingerprint } from './pictures.ts';
import { shownOf, type PresentPorts } from './present.ts';

/** A change whose present picture is known or was given up. */
export interface Sending {
  /** The picture to set; null = remove it. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly before: Before;
  readonly end: End | null;
  /** What the memory becomes once the server has confirmed it. */
  readonly remember: (memory: AvatarMemory, change: Changed) => AvatarMemory;
}

/** Sends pictures, and finds out what became of them. */
export interface Sender {
  /** Resolves when the server has taken the change or refused it. */
  send(job: RunningJob, sending: Sending): Promise<Result<null>>;
  /** A change of an earlier start has arrived. @param address fingerprint of the address the server gives the picture */
  arrivedEarlier(sending: Sending, address: string | null): void;
  /** Whether the last change was sent and its answer did not come. */
  readonly inDoubt: boolean;
  /** Looks whether the change in doubt arrived all the same, and then remembers it. @returns whether it did */
  settle(): Promise<boolean>;
  /** That look while it is under way, else null. What is begun meanwhile would take a picture of ours for somebody's. */
  readonly settling: Promise<boolean> | null;
}

/** Makes the sender of one account. */
export function createSender(ports: PresentPorts & { readonly clock: Clock }, desk: Desk): Sender {
  const { client, clock, pictures } = ports;
  let doubt: { readonly sending: Sending; readonly content: string | null } | null = null;
  let settling: Promise<boolean> | null = null;

  /** @param address fingerprint of the address the server gave; null = it gave none */
  function commit({ bytes, before, end, remember }: Sending, address: string | null): void {
    const image = imageOf(bytes);
    const picture = image && fingerprint(image.bytes);
    desk.turn();
    if (image) pictures.keep(image.bytes);
    const next = remember(desk.memory, { picture, before, address, end, at: clock.now() });
    desk.keep(next.unfinished ? { ...next, unfinished: null } : next);
    desk.show(image && shownOf(image));
  }

  async function send(job: RunningJob, sending: Sending): Promise<Result<null>> {
    doubt = null;
    const image = imageOf(sending.bytes);
    if (sending.bytes && !image) return fail(appError('avatar_not_image', {}));
    const options = job.send();
    const sent = image ? await client.putAvatar(image.bytes, image.type, options) : await client.deleteAvatar(options);
    if (desk.stopped) return fail(appError('aborted', {}));
    if (sent.ok) {
      const url = sent.value?.imageUrl ?? null;
      commit(sending, url === null ? null : fingerprint(url));
      void recognise(sending);
      return done;
    }
    if (sent.error.code !== 'aborted') ports.refused(sent.error);
    if (mayBeDone(sent.error)) doubt = { sending, content: image && fingerprint(image.bytes) };
    return sent;
  }

  /**
   * Reads what the server makes of a picture it has just taken, to know it again: it may give it other addresses, and
   * encode it anew. Nothing else is concluded, because a server may answer from before the change for a moment; what is
   * then learned is the picture before, which may be replaced by itself without harm.
   */
  async function recognise({ bytes, before }: Sending): Promise<void> {
    if (!bytes || !ports.mayReadProfile()) return;
    const isOld = desk.watch();
    const profile = await client.profile();
    if (isOld() || !profile.ok || profile.value.imageUrl === null) return;
    const address = fingerprint(profile.value.imageUrl);
    if (desk.memory.own?.addresses.includes(address)) return;
    const fetched = await fetchImage(profile.value.imageUrl, ports.image);
    if (isOld() || !fetched.ok) return;
    const content = fingerprint(fetched.value.bytes);
    desk.keep(learned(desk.memory, before.known && address === before.address ? null : address, content));
  }

  async function arrived(): Promise<boolean> {
    if (!doubt || !ports.mayReadProfile()) return false;
    const { sending, content } = doubt;
    doubt = null;
    const { before } = sending;
    const isOld = desk.watch();
    const profile = await client.profile();
    if (isOld() || !profile.ok) return false;
    const { imageUrl } = profile.value;
    if (imageUrl === null) {
      if (content !== null || (before.known && before.picture === null)) return false;
      commit(sending, null);
      return true;
    }
    if (content === null) return false;
    const fetched = await fetchImage(imageUrl, ports.image);
    if (isOld() || !fetched.ok || fingerprint(fetched.value.bytes) !== content) return false;
    commit(sending, fingerprint(imageUrl));
    return true;
  }

  return {
    send,
    arrivedEarlier: commit,
    get inDoubt() {
      return doubt !== null;
    },
    settle: () => {
      settling ??= arrived().finally(() => (settling = null));
      return settling;
    },
    get settling() {
      return settling;
    },
  };
}
