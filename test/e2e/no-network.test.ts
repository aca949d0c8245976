import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchApp, type RunningApp } from '../support/app.ts';
import { makeFolder, removeFolder } from '../support/folders.ts';

let folder: string;
let server: Server;
let running: RunningApp;
let connections = 0;
let address: string;
beforeAll(async () => {
  folder = await makeFolder();
  server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  running = await launchApp({
    library: path.join(folder, 'library'),
    userData: path.join(folder, 'user-data'),
  });
});
afterAll(async () => {
  await running.close();
  server.close();
  await removeFolder(folder);
});

/**
 * How many connections came in since the last count. One of its own ends the count: it shows that the listener hears, and
 * is heard after all that were made before it.
 */
async function counted(): Promise<number> {
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve, reject) => {
    const knock = connect(port, '127.0.0.1').resume();
    knock.once('close', resolve);
    knock.once('error', reject);
  });
  const others = connections - 1;
  connections = 0;
  return others;
}

/** A page that tries whatever a saved web page could try. */
const hostile = (at: string) => `<!doctype html><html><head><title>Hostile</title>
<base href="${at}"><meta http-equiv="refresh" content="0;url=${at}refresh">
<link rel="stylesheet" href="${at}style.css"><link rel="preconnect" href="${at}">
<link rel="prefetch" href="${at}prefetch"><link rel="icon" href="${at}icon.png">
<style>@import url(${at}import.css); body { background: url(${at}background.png) }</style>
<script>window.hostile = 1; fetch('${at}script')</script><script src="${at}script.js"></script>
</head><body onload="window.hostile = 2"><article><h1>Hostile</h1>
<p>The first paragraph is long enough to be taken for an article, because it goes on and on.</p>
<p onclick="window.hostile = 3">Text with <img src="${at}image.png" alt="a picture"
 onerror="window.hostile = 4"> and <a href="javascript:window.hostile = 5">a link</a>,
 <a href="${at}link" ping="${at}ping">another link</a>.</p>
<picture><source srcset="${at}source.png"><img src="${at}picture.png" alt="second"></picture>
<iframe src="file:///etc/passwd"></iframe><iframe srcdoc="<script>parent.hostile = 6</script>"></iframe>
<object data="${at}object"></object><embed src="${at}embed"><video src="${at}video" autoplay></video>
<audio src="${at}audio" autoplay></audio><svg onload="window.hostile = 7"><image href="${at}svg.png"/></svg>
<form action="${at}form"><input name="x" value="1" autofocus onfocus="window.hostile = 8"></form>
<p>The last paragraph ends here, and &lt;b&gt;this&lt;/b&gt; is text.</p></article></body></html>`;

describe('no request leaves the app', () => {
  it('not for an HTML file with scripts, handlers, remote images and file frames', async () => {
    const { page } = running;
    const shown = await page.evaluate(async (html) => {
      interface Reply {
        readonly ok: boolean;
        readonly value: {
          readonly results: readonly {
            readonly result: { readonly kind: string; readonly entry: { readonly id: string } };
          }[];
          readonly first: readonly { readonly text: string; readonly blocks: readonly object[] }[];
        };
      }
      const bridge = (
        globalThis as unknown as {
          commonplace: { call: (name: string, input: unknown) => Promise<string> };
        }
      ).commonplace;
      const bytes = new TextEncoder().encode(html);
      const ask = async (name: string, input: unknown) =>
        JSON.parse(await bridge.call(name, input)) as Reply;
      const imported = await ask('import.bytes', { name: 'hostile.html', bytes });
      const [first] = imported.value.results;
      if (first === undefined) throw new Error('nothing came of it');
      const { kind, entry } = first.result;
      const opened = await ask('document.open', { id: entry.id });
      return { kind, sections: opened.value.first };
    }, hostile(address));
    expect(shown.kind).toBe('added');
    const text = shown.sections.map((section) => section.text).join('');
    expect(text).toContain('first paragraph');
    expect(text).toContain('<b>this</b> is text');
    expect(text).not.toContain('root:');
    const blocks = JSON.stringify(shown.sections);
    expect(blocks).not.toMatch(/javascript:|onclick|onerror|<script|srcdoc/);

    // Shown by the reader too.
    await page.reload();
    await page.getByText('Hostile', { exact: true }).click();
    await page.getByTestId('reader').getByText('The last paragraph ends here').waitFor();
    const after = await page.evaluate(() => ({
      ran: (globalThis as unknown as Record<string, unknown>)['hostile'],
      frames: document.querySelectorAll('iframe, object, embed, video, audio, form[action]').length,
      foreign: performance
        .getEntriesByType('resource')
        .filter((entry) => !entry.name.startsWith('app://')).length,
    }));
    expect(after).toEqual({ ran: undefined, frames: 0, foreign: 0 });
    expect(await counted()).toBe(0);
  });

  it('not when the page itself tries, nor from Chromium in main', async () => {
    const { page, app } = running;
    const answers = await page.evaluate(async (at) => {
      /** Which of its events an attempt ends with. */
      const end = (target: EventTarget, ...names: readonly string[]) =>
        new Promise<string>((resolve) => {
          for (const name of names) {
            target.addEventListener(name, () => {
              resolve(name);
            });
          }
        });
      const link = (rel: string) => {
        const made = Object.assign(document.createElement('link'), { rel, href: at });
        const ended = end(made, 'load', 'error');
        document.head.append(made);
        return ended;
      };
      // These two say nothing by themselves.
      const silent = end(document, 'securitypolicyviolation');
      navigator.sendBeacon(at, 'x');
      void link('preconnect');
      const image = new Image();
      const events = new EventSource(at);
      const frame = Object.assign(document.createElement('iframe'), { src: at });
      const turn = `turn:${new URL(at).host}?transport=tcp`;
      const peer = new RTCPeerConnection({
        iceTransportPolicy: 'relay',
        iceServers: [{ urls: turn, username: 'a', credential: 'b' }],
      });
      const refused = new Promise<string>((resolve) => {
        peer.onicegatheringstatechange = () => {
          if (peer.iceGatheringState === 'complete') resolve('complete');
        };
      });
      const tries = {
        beacon: silent,
        fetch: fetch(at).then(
          () => 'load',
          () => 'error',
        ),
        image: end(image, 'load', 'error'),
        events: end(events, 'open', 'error'),
        socket: end(new WebSocket(at.replace('http', 'ws')), 'open', 'error'),
        prefetch: link('prefetch'),
        stylesheet: link('stylesheet'),
        // That of the page that says so.
        frame: end(frame, 'load'),
        peer: refused,
      };
      image.src = `${at}image`;
      document.body.append(frame);
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      const ended = Object.entries(tries).map(async ([name, answer]) => [name, await answer]);
      const found = Object.fromEntries(await Promise.all(ended)) as Record<string, string>;
      events.close();
      peer.close();
      frame.remove();
      return found;
    }, address);
    expect(answers).toEqual({
      beacon: 'securitypolicyviolation',
      fetch: 'error',
      image: 'error',
      events: 'error',
      socket: 'error',
      prefetch: 'error',
      stylesheet: 'error',
      frame: 'load',
      peer: 'complete',
    });
    await app.evaluate(({ net }, at) => net.fetch(at).then(String, () => ''), address);
    expect(await counted()).toBe(0);
  });
});
