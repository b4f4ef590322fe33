/** What an element is made with. */
interface ElementOptions {
  /** Also where the styles find it. */
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly children?: readonly Node[];
}

/** Makes an element. The page's policy allows no HTML from strings, so everything here is made this way. */
export function element<T extends keyof HTMLElementTagNameMap>(
  tag: T,
  options: ElementOptions = {},
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  if (options.class !== undefined) made.className = options.class;
  if (options.text !== undefined) made.textContent = options.text;
  for (const [name, value] of Object.entries(options.attributes ?? {})) made.setAttribute(name, value);
  made.append(...(options.children ?? []));
  return made;
}

/** Sets a text only where it changes, so that a screen reader is not told the same thing again. */
export function setText(target: HTMLElement, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
