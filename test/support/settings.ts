import { appError } from '../../shared/errors.ts';
import { done, fail } from '../../shared/result.ts';
import { defaultSettings } from '../../electron/services/settings-schema.ts';
import type { Settings, SettingsData } from '../../electron/services/settings.ts';

/** Settings in memory; `broken` makes every save fail, as a full disk does. */
export function memorySettings(start: Partial<SettingsData> = {}): Settings & { broken: boolean } {
  let data: SettingsData = { ...defaultSettings, ...start };
  const settings = {
    broken: false,
    get data() {
      return data;
    },
    update: (patch: Partial<Omit<SettingsData, 'version'>>) => {
      data = { ...data, ...patch };
      return settings.broken ? fail(appError('settings_not_saved', { reason: 'ENOSPC' })) : done;
    },
    removeBackups: () => undefined,
    reset: () => {
      data = defaultSettings;
      return settings.broken ? fail(appError('settings_not_saved', { reason: 'ENOSPC' })) : done;
    },
  };
  return settings;
}
