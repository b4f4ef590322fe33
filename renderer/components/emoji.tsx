/** One emoji of the system's. It is hidden from screen readers, because its text stands beside it. */
export function Emoji({ children }: { children: string }) {
  return (
    <span className="emoji" aria-hidden="true">
      {children}
    </span>
  );
}
