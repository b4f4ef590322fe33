import { formatDate, formatMoment, formatTime, type TimeStyle } from '../../shared/format.ts';
import { profileTexts } from '../../shared/i18n/areas/profile.ts';
import type { ProfileProperty, ProfileView } from '../../shared/profile.ts';
import { roleText } from '../../shared/scopes/wording.ts';

/** One row of the profile: what it is, and its value in words. */
export interface ProfileRow {
  readonly id: string;
  readonly label: string;
  /** As it is shown; null = there is none, and `instead` says so. */
  readonly value: string | null;
  readonly instead: string;
  /** What copying it copies; null = nothing worth copying. */
  readonly copy: string | null;
  /** The property to open in the browser; null = it is no link. */
  readonly link: number | null;
}

/** The fields every profile has, in the order in which one looks for them. `now` is in epoch milliseconds. */
export function profileRows(profile: ProfileView, now: number, style: TimeStyle): readonly ProfileRow[] {
  const t = profileTexts(style.locale);
  const row = (id: keyof typeof t.field, value: string | null, more: Partial<ProfileRow> = {}): ProfileRow => ({
    id,
    label: t.field[id],
    value: filled(value),
    instead: t.empty,
    copy: filled(value),
    link: null,
    ...more,
  });
  const said = { copy: null };
  const { timeZone, tags } = profile;
  const local = timeZone === null ? null : localTime(timeZone, now, style);
  return [
    row('name', profile.name),
    row('nickname', profile.nickname && `@${profile.nickname}`),
    row('email', profile.email),
    row('phoneNumber', profile.phoneNumber),
    row('department', profile.department),
    row('title', profile.title),
    row('role', roleText({ role: profile.role, bot: profile.bot }, style.locale), said),
    row('tags', tags.length === 0 ? null : tags.join(', '), { instead: t.noTags }),
    row('timeZone', timeZone, { instead: t.companyZone }),
    ...(local === null ? [] : [row('localTime', local, said)]),
    row('createdAt', profile.createdAt === null ? null : formatDate(profile.createdAt, now, style), {
      ...said,
      instead: t.neverActive,
    }),
    row('lastActivityAt', profile.lastActivityAt === null ? null : formatMoment(profile.lastActivityAt, now, style), {
      ...said,
      instead: t.neverActive,
    }),
    row('sso', profile.sso ? t.yes : t.no, said),
    row('userId', String(profile.userId)),
  ];
}

/** The workspace's own fields in its order, the empty ones too. */
export function propertyRows(
  properties: readonly ProfileProperty[],
  now: number,
  style: TimeStyle,
): readonly ProfileRow[] {
  const t = profileTexts(style.locale);
  return properties.map((property) => {
    const value = filled(property.value);
    return {
      id: String(property.id),
      label: property.name,
      value: value === null ? null : propertyText(property.dataType, value, now, style),
      instead: t.empty,
      copy: value,
      link: property.dataType === 'link' && value !== null && isHttps(value) ? property.id : null,
    };
  });
}

/** A text that is not filled in may be null, empty or blank. */
const filled = (value: string | null): string | null => (value === null || value.trim() === '' ? null : value.trim());

function propertyText(type: ProfileProperty['dataType'], value: string, now: number, style: TimeStyle): string {
  switch (type) {
    case 'number':
      return numberText(value, style);
    case 'date':
      return dateText(value, now, style);
    case 'link':
    case 'string':
      return value;
  }
}

/** A number in the locale's writing, with all its digits; what is none is shown as it is. */
function numberText(value: string, { dateLocale }: TimeStyle): string {
  if (!/^-?\d+(\.\d+)?$/.test(value)) return value;
  const options = { maximumFractionDigits: 20 };
  // As text, because a double would change long numbers; the type knows number literals only.
  return new Intl.NumberFormat(dateLocale, options).format(value as Intl.StringNumericLiteral);
}

/** A day, or a moment in the zone that counts, in the locale's writing; what is neither is shown as it is. */
function dateText(value: string, now: number, style: TimeStyle): string {
  try {
    if (/[tT ]\d{2}:\d{2}.*(?:[zZ]|[+-]\d{2}:?\d{2})$/.test(value)) {
      return formatMoment(Temporal.Instant.from(value).epochMilliseconds, now, style);
    }
    // A day is the same day everywhere: noon of UTC, written in UTC.
    const day = Temporal.PlainDate.from(value);
    const noon = day.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds;
    return new Intl.DateTimeFormat(style.dateLocale, { dateStyle: 'long', timeZone: 'UTC' }).format(noon);
  } catch {
    return value;
  }
}

/** What clocks show in a zone; null where this computer does not know the zone. */
function localTime(timeZone: string, now: number, style: TimeStyle): string | null {
  try {
    const there = { ...style, timeZone };
    return `${formatDate(now, now, there)}, ${formatTime(now, there)}`;
  } catch {
    return null;
  }
}

function isHttps(value: string): boolean {
  try {
    return new URL(value).protocol === 'https:';
  } catch {
    return false;
  }
}
