/** `npm run demo-server -- …`: the demo workspace alone. Its stdout is one JSON line and nothing else. */
import { runBuilt } from './run-built.mjs';

await runBuilt('demo-server.js', process.argv.slice(2));
