import fs from 'node:fs';
import path from 'node:path';

/** What pdf.js fetches while it draws, by the folder that it stands in beside the window's own files. */
const folders = {
  cmaps: { from: 'cmaps', takes: /\.bcmap$|^LICENSE/ },
  fonts: { from: 'standard_fonts', takes: /\.(?:pfb|ttf)$|^LICENSE/ },
  decoders: { from: 'wasm', takes: /\.js$|^LICENSE_(?:PDFJS_)?OPENJPEG$/ },
};

/** A plugin for Vite: character maps, standard faces and a decoder for the drawing of PDFs go into the build. */
export function pdfFiles() {
  return {
    name: 'pdf-files',
    apply: 'build',
    generateBundle() {
      const source = path.resolve('node_modules/pdfjs-dist');
      for (const [folder, { from, takes }] of Object.entries(folders)) {
        for (const name of fs
          .readdirSync(path.join(source, from))
          .filter((each) => takes.test(each))) {
          this.emitFile({
            type: 'asset',
            fileName: `pdf/${folder}/${name}`,
            source: fs.readFileSync(path.join(source, from, name)),
          });
        }
      }
    },
  };
}
