import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import * as v from 'valibot';
import { channels } from '../../shared/bridge.ts';
import { appError } from '../../shared/errors.ts';
import { fail } from '../../shared/result.ts';
import type { App } from '../services/app.ts';
import { isOwnPage } from './sender.ts';

const call = v.object({ name: v.string(), input: v.unknown() });

/**
 * Opens the door for the popover's page, and for nobody else: a message of another window, of a frame inside the page or
 * of a page from elsewhere is refused by rejecting.
 * @param contents the popover's, while it has one
 */
export function openDoor(core: Pick<App, 'dispatch' | 'state'>, contents: () => WebContents | null): void {
  function check(event: IpcMainInvokeEvent): void {
    if (event.sender !== contents() || !isOwnPage(event.senderFrame))
      throw new Error('Refused: not the app’s own page');
  }

  ipcMain.handle(channels.command, (event, payload: unknown) => {
    check(event);
    const parsed = v.safeParse(call, payload);
    if (!parsed.success) return fail(appError('bad_input', { field: 'command', reason: 'shape' }));
    return core.dispatch(parsed.output.name, parsed.output.input);
  });
  ipcMain.handle(channels.state, (event) => {
    check(event);
    return core.state();
  });
}
