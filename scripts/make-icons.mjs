// Draws assets/icons/*.png, assets/icon.ico and assets/icon.icns from assets/icon.svg (icon-small.svg up to 32 px).
//   node scripts/make-icons.mjs        (on a system without a display: under xvfb-run -a)
// The results are committed: run it after changing a drawing.
import fs from 'node:fs';
import path from 'node:path';
import { electronExecutable, electronRuntime } from './electron-runtime.mjs';
import { Problem, main, root, run, say } from './process.mjs';
import { linuxEnv, linuxSwitches } from './start.mjs';

const SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const SMALL_UP_TO = 32;
const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** What macOS calls them; the same picture serves a size and half that size on a dense screen. */
const ICNS_TYPES = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

const assets = path.join(root, 'assets');
const pngFile = (size) => path.join(assets, 'icons', `${size}x${size}.png`);

async function drawPngs() {
  fs.mkdirSync(path.join(assets, 'icons'), { recursive: true });
  const orders = SIZES.map((size) => ({
    svg: path.join(assets, size <= SMALL_UP_TO ? 'icon-small.svg' : 'icon.svg'),
    size,
    png: pngFile(size),
  }));
  const painter = path.join(root, 'scripts', 'icon-painter.mjs');
  const electron = electronExecutable(await electronRuntime());
  const { code } = await run(electron, [painter, ...linuxSwitches()], {
    stdio: ['ignore', 'inherit', 'ignore'],
    env: { ...linuxEnv(), ICON_ORDERS: JSON.stringify(orders) },
  });
  if (code !== 0) throw new Problem('Electron could not draw the icons. Is there a display?');
}

/** A directory of 16-byte entries, then the PNGs as they are. */
export function icoOf(pictures) {
  const head = Buffer.alloc(6 + 16 * pictures.length);
  head.writeUInt16LE(1, 2); // icons, not cursors
  head.writeUInt16LE(pictures.length, 4);
  let offset = head.length;
  pictures.forEach(({ size, png }, i) => {
    const at = 6 + 16 * i;
    head.writeUInt8(size % 256, at); // 256 is written as 0
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4); // colour planes
    head.writeUInt16LE(32, at + 6); // bits for each pixel
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.map(({ png }) => png)]);
}

/** Chunks of a type, a length that counts its own 8 bytes, and a PNG. */
export function icnsOf(pictures) {
  const chunk = (type, data) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32BE(data.length + 8, 4);
    return Buffer.concat([head, data]);
  };
  return chunk('icns', Buffer.concat(pictures.map(({ type, png }) => chunk(type, png))));
}

await main(import.meta.url, async () => {
  await drawPngs();
  const read = (size) => fs.readFileSync(pngFile(size));
  const ico = icoOf(ICO_SIZES.map((size) => ({ size, png: read(size) })));
  const icns = icnsOf(ICNS_TYPES.map(([type, size]) => ({ type, png: read(size) })));
  fs.writeFileSync(path.join(assets, 'icon.ico'), ico);
  fs.writeFileSync(path.join(assets, 'icon.icns'), icns);
  say(`Drew ${SIZES.length} sizes, icon.ico and icon.icns.`);
});
