// Stands in for Electron's own default app, `electron [options] PATH`, where the runtime came without one.
// It must be an ES module with top-level await: only then does Electron hold back 'ready' until the app's
// main module is loaded, and `protocol.registerSchemesAsPrivileged` may still be called.
import { app } from 'electron';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Prints and leaves: answers to --version and --abi, and what went wrong. */
function leave(text, code) {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exit(code);
}

/** Reads the options that stand before the app; what follows belongs to the app. */
function readArguments(argv) {
  const preloads = [];
  for (let i = 0; i < argv.length; i += 1) {
    const argument = argv[i];
    if (argument === '-v' || argument === '--version') leave(`v${process.versions.electron}`, 0);
    if (argument === '-a' || argument === '--abi') leave(process.versions.modules, 0);
    if (argument === '-r' || argument === '--require') {
      i += 1;
      preloads.push(argv[i]);
    } else if (argument.startsWith('--app=')) {
      return { preloads, target: argument.slice('--app='.length) };
    } else if (!argument.startsWith('-')) {
      return { preloads, target: argument };
    }
  }
  return { preloads, target: undefined };
}

/** Takes name, version and main module from the app's package.json, as Electron's own default app does. */
function readApp(folder) {
  const file = path.join(folder, 'package.json');
  if (!fs.existsSync(file)) return path.join(folder, 'index.js');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  if (manifest.version) app.setVersion(manifest.version);
  app.name = manifest.productName || manifest.name || 'Electron';
  app.setDesktopName(manifest.desktopName || `${app.name}.desktop`);
  return path.resolve(folder, manifest.main || 'index.js');
}

const { preloads, target } = readArguments(process.argv.slice(1));
if (target === undefined) {
  leave(`Electron ${process.versions.electron}: say which app to run (a folder or a script).`, 1);
}
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });

const requireHere = createRequire(path.join(process.cwd(), '_'));
for (const preload of preloads) requireHere(path.resolve(preload));

const place = path.resolve(target);
const isFolder = fs.existsSync(place) && fs.statSync(place).isDirectory();
const module = isFolder ? readApp(place) : place;
if (!fs.existsSync(module)) leave(`There is no Electron app at ${module}.`, 1);
app.setAppPath(isFolder ? place : path.dirname(place));
await import(pathToFileURL(module).href);
