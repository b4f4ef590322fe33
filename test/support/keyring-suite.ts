import { describe } from 'vitest';
import { keyringAvailability } from './keyring.ts';

/** A `describe` that is skipped where no Secret Service can be had, with the reason in its title. */
export function describeKeyring(title: string, body: () => void): void {
  const availability = keyringAvailability();
  if (availability.ok) describe(title, body);
  else describe.skip(`${title} (skipped: ${availability.reason})`, body);
}
