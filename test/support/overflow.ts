/**
 * What sticks out of the popover's width, or is cut off without an ellipsis. The status at the avatar's corner sticks
 * out of the avatar on purpose.
 */
export function overflowing(): string[] {
  const root = document.querySelector('#root');
  const width = root?.getBoundingClientRect().right ?? 0;
  return [...document.querySelectorAll('#root *:not(.visually-hidden, .avatar)')]
    .filter((element) => {
      const { right, left } = element.getBoundingClientRect();
      const cut = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      const shortened = getComputedStyle(element).textOverflow === 'ellipsis';
      const inline = getComputedStyle(element).display === 'inline';
      return right > width + 0.5 || left < -0.5 || (cut && !shortened && !inline && element.tagName !== 'INPUT');
    })
    .map((element) => `${element.tagName}.${element.getAttribute('class') ?? ''}: ${element.textContent.slice(0, 40)}`);
}
