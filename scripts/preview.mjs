/** `npm run preview -- …`: the app in a browser tab. */
import { runBuilt } from './run-built.mjs';

await runBuilt('preview.js', process.argv.slice(2));
