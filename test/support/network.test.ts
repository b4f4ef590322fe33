import dgram from 'node:dgram';
import { lookup } from 'node:dns';
import { resolve4 } from 'node:dns/promises';
import { createServer } from 'node:http';
import https from 'node:https';
import net, { type AddressInfo } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { takeNetworkAttempts } from './network.ts';

const failureOf = (socket: NodeJS.EventEmitter) => new Promise((done) => socket.once('error', done));

test.each([
  ['fetch by name', 'connect api.example.com:443', () => fetch('https://api.example.com/').catch(() => 'swallowed')],
  ['fetch by address', 'connect 192.0.2.1:80', () => fetch('http://192.0.2.1/').catch(() => 'swallowed')],
  ['https', 'connect api.example.com:443', () => failureOf(https.get('https://api.example.com/'))],
  ['a TCP socket', 'connect 192.0.2.1:9', () => failureOf(net.connect(9, '192.0.2.1'))],
  ['a TLS socket', 'connect 192.0.2.1:9', () => failureOf(tlsConnect({ port: 9, host: '192.0.2.1' }))],
  ['a DNS lookup', 'lookup example.com', () => promisify(lookup)('example.com').catch(() => 'swallowed')],
  ['a DNS query', 'resolve4 example.com', () => resolve4('example.com').catch(() => 'swallowed')],
])(
  '%s that leaves this computer is refused and remembered, even when the failure is swallowed',
  async (_, what, run) => {
    await run();
    expect(takeNetworkAttempts()).toEqual([what]);
  },
);

test('a UDP packet that leaves this computer is refused and remembered', () => {
  const socket = dgram.createSocket('udp4');
  expect(() => socket.send('x', 9, '192.0.2.1')).toThrow('must not use the network');
  socket.close();
  expect(takeNetworkAttempts()).toEqual(['udp 192.0.2.1']);
});

test.each(['127.0.0.1', 'localhost'])('HTTP to %s passes', async (host) => {
  const server = createServer((_request, response) => response.end('hello'));
  await new Promise<void>((listening) => server.listen(0, host, listening));
  const { port } = server.address() as AddressInfo;
  expect(await (await fetch(`http://${host}:${port}/`)).text()).toBe('hello');
  server.close();
  expect(takeNetworkAttempts()).toEqual([]);
});
