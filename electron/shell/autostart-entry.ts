/** The name of the file in the autostart folder of the person (XDG Desktop Application Autostart Specification). */
export const AUTOSTART_FILE = 'pachca-status.desktop';

/**
 * The desktop entry that starts the app, hidden, at login.
 * @param command the program and its arguments
 */
export function autostartEntry(command: readonly string[]): string {
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Pachca Status',
    'Comment=Set your own Pachca status',
    'Comment[ru]=Ваш статус в Пачке',
    `Exec=${command.map(quoted).join(' ')}`,
    'Icon=pachca-status',
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
}

/**
 * Quotes one argument for the key Exec: first the quoting of that key, with `%` doubled, then the escapes of any string
 * value (Desktop Entry Specification, "The Exec key").
 */
function quoted(argument: string): string {
  const inner = argument.replaceAll('%', '%%');
  const plain = /^[\w@%+=:,./-]+$/.test(inner);
  return (plain ? inner : `"${inner.replace(/["`$\\]/g, '\\$&')}"`).replaceAll('\\', '\\\\');
}

/** What an autostart file says: whether the desktop starts it, and what. */
export function readAutostart(text: string): { readonly enabled: boolean; readonly exec: string | null } {
  const entries = new Map<string, string>();
  let inside = false;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('[')) inside = line.trim() === '[Desktop Entry]';
    const [, key, value] = /^([\w-]+)\s*=\s*(.*)$/.exec(line) ?? [];
    if (inside && key !== undefined && value !== undefined) entries.set(key, value.trim());
  }
  const exec = entries.get('Exec') ?? null;
  const off = entries.get('Hidden') === 'true' || entries.get('X-GNOME-Autostart-enabled') === 'false';
  return { enabled: exec !== null && !off, exec };
}
