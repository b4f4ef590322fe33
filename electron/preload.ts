import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { BRIDGE, channels, createBridge } from '../shared/bridge.ts';

contextBridge.exposeInMainWorld(
  BRIDGE,
  createBridge({
    command: (name, input) => ipcRenderer.invoke(channels.command, { name, input }),
    state: () => ipcRenderer.invoke(channels.state),
    onState: (listener) => {
      // The event carries Electron's objects and stays here.
      const pass = (_event: IpcRendererEvent, state: unknown): void => listener(state);
      ipcRenderer.on(channels.changed, pass);
      return () => void ipcRenderer.removeListener(channels.changed, pass);
    },
  }),
);
