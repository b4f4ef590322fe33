import { drawFace, type Face } from './draw.ts';
import { useAvatarTexts } from './texts.ts';
import { useCanvas } from './use-canvas.ts';

/** The sizes in which people see an avatar: in a profile, beside a message, in a list. CSS pixels. */
const sizes = [96, 48, 24] as const;

/** The new picture as people will see it; `small`: in the middle size alone. */
export function Previews({ face, small = false }: { face: Face; small?: boolean }) {
  const t = useAvatarTexts();
  return (
    <div className="previews" role="img" aria-label={t.sizes}>
      {(small ? sizes.slice(1, 2) : sizes).map((size) => (
        <Preview key={size} size={size} face={face} />
      ))}
    </div>
  );
}

function Preview({ size, face }: { size: number; face: Face }) {
  const [canvas] = useCanvas((context, { width, scale }) => {
    drawFace(context, face, { x: 0, y: 0, side: Math.round(width * scale) });
  });
  return <canvas ref={canvas} className={`previews__face previews__face--${size}`} />;
}
