/** What was found out: every snapshot asks again for the same two or three names, and an answer costs 50 µs. */
const answers = new Map<string, boolean>();

/** More names than anybody has zones: then it begins anew rather than grow by what a server calls them. */
const ANSWERS_KEPT = 100;

/** Whether this runtime can tell the time in a zone of that name: Temporal and Intl have to know it both. */
export function isKnownZone(name: string): boolean {
  const before = answers.get(name);
  if (before !== undefined) return before;
  if (answers.size >= ANSWERS_KEPT) answers.clear();
  const known = tellsTimeIn(name);
  answers.set(name, known);
  return known;
}

function tellsTimeIn(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * A zone to go on with: the one named where it is known, else one with the offset that the clock of this computer has
 * now, or UTC where that is no whole number of hours (the only fixed offsets that have a name).
 * @param name what the system calls its zone, which may be nothing at all: `TZ=`, some containers and NixOS
 * @param now epoch milliseconds
 * @param offset minutes that local time is ahead of UTC
 */
export function usableZone(name: string, now: number, offset: number = -new Date(now).getTimezoneOffset()): string {
  // `Etc/Unknown` is taken by some versions of Temporal and refused by others; it never is what somebody has chosen.
  if (name !== 'Etc/Unknown' && isKnownZone(name)) return name;
  const hours = offset / 60;
  if (!Number.isInteger(hours) || hours === 0) return 'UTC';
  // POSIX counts to the west.
  const fixed = `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
  return isKnownZone(fixed) ? fixed : 'UTC';
}

/** How people write such a zone: "UTC+3"; any other stays as it is. */
export function offsetName(zone: string): string {
  const [, sign, hours] = /^Etc\/GMT([+-])(\d+)$/.exec(zone) ?? [];
  return hours === undefined ? zone : `UTC${sign === '-' ? '+' : '−'}${hours}`;
}
