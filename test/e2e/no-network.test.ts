import { createServer, type AddressInfo, type Server } from 'node:net';
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
          readonly result: { readonly kind: string; readonly entry: { readonly id: string } };
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
      const { kind, entry } = imported.value.result;
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

    // Shown by the reader too, where it is the last document opened.
    await page.reload();
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const after = await page.evaluate(() => ({
      ran: (globalThis as unknown as Record<string, unknown>)['hostile'],
      frames: document.querySelectorAll('iframe, object, embed, video, audio, form[action]').length,
      foreign: performance
        .getEntriesByType('resource')
        .filter((entry) => !entry.name.startsWith('app://')).length,
    }));
    expect(after).toEqual({ ran: undefined, frames: 0, foreign: 0 });
    expect(connections).toBe(0);
  });

  it('not when the page itself tries, nor from Chromium in main', async () => {
    const { page, app } = running;
    await page.evaluate(async (at) => {
      const quiet = (work: Promise<unknown>) => work.catch(() => undefined);
      await quiet(fetch(at));
      navigator.sendBeacon(at, 'x');
      new Image().src = `${at}image`;
      new EventSource(at).onerror = (event) => (event.target as EventSource).close();
      new WebSocket(at.replace('http', 'ws')).onerror = () => undefined;
      for (const rel of ['preconnect', 'prefetch', 'stylesheet']) {
        document.head.append(Object.assign(document.createElement('link'), { rel, href: at }));
      }
      document.body.append(Object.assign(document.createElement('iframe'), { src: at }));
      const host = new URL(at).host;
      const turn = { urls: `turn:${host}?transport=tcp`, username: 'a', credential: 'b' };
      const peer = new RTCPeerConnection({ iceTransportPolicy: 'relay', iceServers: [turn] });
      peer.createDataChannel('x');
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => setTimeout(resolve, 1500));
      peer.close();
      document.querySelector('iframe')?.remove();
    }, address);
    await app.evaluate(({ net }, at) => net.fetch(at).then(String, () => ''), address);
    expect(connections).toBe(0);
    // The listener does hear: otherwise the count would prove nothing.
    await fetch(address).catch(() => undefined);
    expect(connections).toBe(1);
  });
});
