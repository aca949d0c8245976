// electron-builder leaves two files of the runtime in the package when it is told where the runtime is.
const { rmSync } = require('node:fs');
const path = require('node:path');

module.exports = function afterPack({ appOutDir, electronPlatformName }) {
  if (electronPlatformName === 'darwin') return;
  for (const name of ['resources/default_app.asar', 'version']) {
    rmSync(path.join(appOutDir, name), { force: true });
  }
};
