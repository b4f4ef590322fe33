import type { ServerResponse } from 'node:http';
import type { ServerEvent, ServerEvents } from './client/protocol.ts';

/** A comment this often keeps the stream alive, in milliseconds. */
const HEARTBEAT = 15_000;

/** After this long a page whose stream broke asks for another, in milliseconds. */
const RECONNECT = 1000;

/** The open pages, as the receiving ends of server-sent events. */
export interface Pages {
  /** Streams events to a page until it goes away. The caller has not written a header yet. */
  add(response: ServerResponse): void;
  /** Tells all pages. */
  send<E extends ServerEvent>(event: E, data: ServerEvents[E]): void;
  /** How many pages are open. */
  count(): number;
  /** Ends all streams; what was sent before still arrives where the page reads at all. */
  close(): void;
}

/**
 * Makes the list of open pages. A page that reads slowly gets the newest event of each kind and none of those between:
 * snapshots replace each other, so nothing is lost and nothing piles up.
 * @param greet sends a new page what it has to know at once
 */
export function createPages(greet: (send: Pages['send']) => void): Pages {
  const open = new Set<Stream>();

  const add: Pages['add'] = (response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    const stream = createStream(response);
    open.add(stream);
    greet((event, data) => stream.send(event, format(event, data)));
    const heartbeat = setInterval(() => stream.beat(), HEARTBEAT);
    response.once('close', () => {
      clearInterval(heartbeat);
      open.delete(stream);
    });
  };

  return {
    add,
    send: (event, data) => {
      const text = format(event, data);
      for (const stream of open) stream.send(event, text);
    },
    count: () => open.size,
    close: () => {
      for (const stream of open) stream.end();
    },
  };
}

interface Stream {
  send(event: ServerEvent, text: string): void;
  beat(): void;
  end(): void;
}

function createStream(response: ServerResponse): Stream {
  const waiting = new Map<ServerEvent, string>();
  let full = !response.write(`retry: ${RECONNECT}\n\n`);
  response.on('drain', () => {
    full = false;
    const texts = [...waiting.values()];
    waiting.clear();
    if (texts.length > 0) full = !response.write(texts.join(''));
  });
  return {
    send: (event, text) => {
      if (!full) {
        full = !response.write(text);
        return;
      }
      // Taken out first, because a map would keep the newer one in the older one's place in line.
      waiting.delete(event);
      waiting.set(event, text);
    },
    beat: () => {
      if (!full) full = !response.write(': alive\n\n');
    },
    end: () => {
      response.end([...waiting.values()].join(''));
    },
  };
}

// JSON has no raw line breaks, so one data line is enough.
const format = (event: ServerEvent, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
