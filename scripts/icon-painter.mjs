// Runs inside Electron for make-icons.mjs: draws SVG files at given sizes and writes the PNGs.
// Its orders are a JSON list of { svg, size, png } in the environment.
import { app, BrowserWindow } from 'electron';
import fs from 'node:fs';

/** Runs in the page. The canvas draws the vectors at the wanted size, so nothing is scaled afterwards. */
async function paint(svg, size) {
  const picture = document.createElement('img');
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await picture.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  canvas.getContext('2d').drawImage(picture, 0, 0, size, size);
  return canvas.toDataURL('image/png');
}

app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('data:text/html,<title>icons</title>');
  for (const { svg, size, png } of JSON.parse(process.env.ICON_ORDERS)) {
    const source = JSON.stringify(fs.readFileSync(svg, 'utf8'));
    const url = await window.webContents.executeJavaScript(`(${paint})(${source}, ${size})`);
    fs.writeFileSync(png, Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
  }
  app.exit(0);
});
